import * as build from 'virtual:remix/server-build'
import { early } from '#app/routes/early.ts'
import { beforeServing, whileServing } from '#app/routes/jobs.ts'
import { serve } from '#app/web/serve.server.ts'

await serve({ build, early, beforeServing, whileServing })
