type Typed = { problems: Record<string, string>; values: Record<string, string> }

/** Name, problem and typed value of a box of a form; what nobody typed yet has its usual value. */
export function boxOf({ problems, values }: Typed, usual: Record<string, string> = {}) {
  return (name: string) => {
    const problem = problems[name]
    return { name, defaultValue: values[name] ?? usual[name], ...(problem !== undefined && { problem }) }
  }
}
