export const lessons = {
  source: 'Nguồn',
  leaves: (host: string) => `sang trang ngoài: ${host}`,
  unverified: 'Cần kiểm tra lại',
  transcript: 'Đọc lời của bài nghe, bài xem',
  aboutMinutes: (minutes: string) => `Khoảng ${minutes} phút`,
  table: (number: number, title: string) => (title ? `Bảng ${number}: ${title}` : `Bảng ${number}`),

  /** What the compiler refuses: what is wrong, then what to write instead. */
  problems: {
    unknown: 'Chỗ này chưa đúng ({code}). Xem lại theo tài liệu viết bài.',
    'too-large': 'Tệp lớn hơn {most} KB. Chia thành hai bài, hoặc để hình và âm thanh vào thư mục media.',
    'not-utf8': 'Tệp không phải UTF-8 từ chỗ này. Lưu lại tệp với bảng mã UTF-8.',
    'hidden-character': 'Có ký tự ẩn {code} mà người đọc không thấy. Xóa ký tự đó rồi gõ lại chữ ở chỗ này.',
    'too-deep': 'Lồng nhau quá {most} tầng. Viết thành nhiều đoạn, nhiều danh sách ngắn.',
    'too-many-marks': 'Một đoạn có quá nhiều dấu * _ ~ [ ] ` < {. Chừa dòng trống để chia đoạn, bỏ bớt dấu.',
    'too-slow': 'Tệp này dịch quá 5 giây nên đã dừng. Chia bài thành các bài ngắn hơn, bỏ bớt phần lồng nhau.',
    'too-heavy': 'Tệp này cần quá nhiều bộ nhớ nên đã dừng. Chia bài thành các bài ngắn hơn.',
    'compiler-broken': 'Trình dịch bị trục trặc với tệp này. Gửi tệp cho người quản trị.',

    'head-missing':
      'Thiếu phần đầu bài. Dòng 1 viết ---, rồi title, minutes, outcomes, skills, level, reviewed, review_by, rồi ---.',
    'head-fence': 'Dòng mở phần đầu bài là “{found}”. Dòng 1 chỉ được viết đúng ba dấu gạch: ---.',
    'head-unclosed': 'Phần đầu bài chưa đóng. Thêm một dòng --- sau khóa cuối cùng.',
    'head-in-bank': 'Ngân hàng câu hỏi không có phần đầu. Xóa từ dòng --- thứ nhất đến dòng --- thứ hai.',
    'head-too-long': 'Phần đầu bài dài hơn {most} dòng. Chỉ giữ bảy khóa đã quy định.',
    'head-anchor': 'Phần đầu bài không dùng & và * để nhắc lại giá trị. Viết giá trị ra, hoặc để trong dấu nháy.',
    'head-tag': 'Phần đầu bài không dùng thẻ {tag}. Chỉ viết chữ, số, ngày và danh sách.',
    'head-yaml':
      'Phần đầu bài không đúng YAML. Xem dấu hai chấm, thụt dòng, dấu nháy; mỗi khóa chỉ viết một lần. ({reason})',
    'head-unknown-key': 'Phần đầu bài không có khóa “{key}”. Chỉ dùng: {known}.',
    'head-missing-key': 'Phần đầu bài thiếu khóa “{key}”. Thêm một dòng {key}: …',
    'head-title': 'title phải là chữ, từ 1 đến 300 ký tự. Nếu có dấu hai chấm hoặc toàn số thì để trong dấu nháy kép.',
    'head-minutes': 'minutes phải là số nguyên từ 1 đến 600. Ví dụ: minutes: 13.',
    'head-outcomes': 'outcomes phải có đúng ba dòng chữ, mỗi dòng bắt đầu bằng dấu - và một động từ.',
    'head-skills': 'skills phải là danh sách mã như ["1.2", "4.1"], mỗi mã để trong dấu nháy.',
    'head-level': 'level phải là số nguyên từ 1 đến 8. Ví dụ: level: 1.',
    'head-reviewed': 'reviewed phải là ngày có thật, viết năm-tháng-ngày. Ví dụ: 2026-11-20.',
    'head-review_by': 'review_by phải là ngày có thật, sau ngày reviewed. Ví dụ: 2027-02-20.',

    'code-import': 'Bài học không có import và export. Xóa dòng này; nếu là câu văn thì bắt đầu bằng chữ khác.',
    'code-expression': 'Bài học không có mã trong ngoặc nhọn. Viết &#123; thay cho dấu {.',
    'not-allowed': 'Bài học không dùng được kiểu “{what}”. Viết thành đoạn văn, danh sách hoặc bảng.',
    html: 'Bài học không dùng thẻ HTML {name}. Dùng Markdown hoặc thành phần đã có tên; muốn xuống dòng thì chừa dòng trống; muốn viết dấu < thì viết &lt;.',
    comment: 'Bài học không có ghi chú <!-- -->. Xóa ghi chú này.',
    image: 'Bài học không dùng ![](). Viết <Figure src="media/….svg" alt="…">chú thích</Figure>.',
    definition:
      'Bài học không dùng đường dẫn để ở chỗ khác. Viết [chữ](https://…) ngay tại chỗ; muốn viết dấu [ thì viết \\[.',
    footnote: 'Bài học không có chú thích cuối trang. Viết ngay trong câu, hoặc dùng <Source year="…">…</Source>.',
    'tick-box': 'Ô đánh dấu [ ] chỉ dùng trong câu hỏi và <Checklist>. Bỏ [ ] hoặc đặt danh sách trong <Checklist>.',
    'heading-1': 'Tiêu đề một dấu # dành cho tên bài ở phần đầu. Viết ## cho thẻ mới, ### cho một phần của thẻ.',
    'heading-underlined':
      'Dòng --- hoặc === sát dưới chữ biến chữ thành tiêu đề. Viết ## trước tên thẻ, hoặc chừa dòng trống trên dòng ---.',
    'heading-deep': 'Chỉ có ## và ###. Viết ### hoặc chữ đậm.',
    'heading-inside': 'Tiêu đề ## không đứng trong <{component}>. Đóng </{component}> trước, hoặc viết ###.',
    'heading-empty': 'Thẻ này chưa có tên. Viết tên sau dấu ##.',
    'heading-plain': 'Tên thẻ chỉ có chữ. Đưa đường dẫn và thành phần xuống đoạn văn bên dưới.',
    'before-first-card': 'Trước tiêu đề ## đầu tiên không có gì cả. Viết một dòng ## và tên thẻ ở trên chỗ này.',
    'no-cards': 'Bài chưa có thẻ nào. Mỗi thẻ bắt đầu bằng một dòng ## và tên thẻ.',
    'handout-question': 'Tài liệu kèm không có câu hỏi chấm điểm. Viết câu hỏi thành lời, hoặc chuyển sang bài học.',
    'bank-holds': 'Ngân hàng chỉ có <Question> và <Scenario>. Chuyển phần này vào trong câu hỏi, hoặc sang bài học.',
    'bank-empty': 'Ngân hàng chưa có câu hỏi nào. Viết ít nhất một <Question>.',
    'id-twice': 'Đã có câu hỏi mang id “{id}”. Đặt id khác cho câu này.',
    address:
      'Không dùng được địa chỉ “{url}”. Chỉ dùng https://…, mailto:…, tel:…, #ten-the hoặc media/…; địa chỉ để làm ví dụ thì viết giữa hai dấu `.',
    'link-title': 'Đường dẫn không có lời chú trong dấu nháy. Viết [chữ](https://…) thôi.',
    autolink: 'Đường dẫn không viết giữa dấu < và >. Viết [chữ](https://…).',
    'media-missing': 'Khóa học không có tệp {path}. Thêm tệp vào thư mục media, hoặc sửa tên.',
    'fragment-missing': 'Không có thẻ nào mang tên {url}. Các thẻ của bài: {known}.',

    'component-unknown': 'Không có thành phần <{name}>. Các thành phần: {known}.',
    'component-place': '<{name}> không đứng ở đây được. Chỗ đứng của nó: {places}.',
    'component-not-top':
      '<{name}> phải đứng riêng, ngay trong thẻ. Đưa nó ra ngoài thành phần, danh sách, trích dẫn và bảng.',
    'component-in-words': '<{name}> không đứng giữa câu. Viết nó trên dòng riêng, chừa dòng trống trước và sau.',
    'component-in-list':
      '<{name}> không đứng trong danh sách, trích dẫn, bảng. Đưa nó ra ngoài, chừa dòng trống trước và sau.',
    'component-empty': '<{name}> chưa có gì bên trong. Viết nội dung giữa <{name}> và </{name}>.',
    'component-words-only': '<{name}> chỉ chứa một dòng chữ. Bỏ danh sách, bảng, đoạn thứ hai ra ngoài.',
    'component-holds': '<{name}> chỉ chứa: {only}. Đưa phần này ra ngoài.',
    'component-count': '<{name}> chứa từ {least} đến {most} phần: {only}. Thêm hoặc bớt cho đủ.',
    'why-missing': '<{name}> thiếu lời giải thích. Thêm <Why>…</Why> trước </{name}>.',
    'why-twice': 'Mỗi câu hỏi chỉ có một <Why>. Gộp hai lời giải thích làm một.',
    'why-last': '<Why> phải đứng cuối câu hỏi. Chuyển nó xuống sau các câu trả lời.',

    'attribute-spread': 'Bài học không dùng {…} trong thẻ mở. Viết từng thuộc tính: ten="…".',
    'attribute-handler': 'Bài học không có thuộc tính {name}: trang không chạy mã của bài. Xóa thuộc tính này.',
    'attribute-style': 'Bài học không có thuộc tính {name}: trang tự lo cách trình bày. Xóa thuộc tính này.',
    'attribute-code':
      'Giá trị thuộc tính phải là chữ trong dấu nháy kép, không phải mã trong ngoặc nhọn. Viết ten="…".',
    'attribute-twice': 'Thuộc tính {name} viết hai lần. Giữ một.',
    'attribute-unknown': '<{component}> không có thuộc tính {name}. Các thuộc tính: {known}.',
    'attribute-missing': '<{component}> thiếu thuộc tính {name}. Thêm {name}={expected}.',
    'attribute-flag': 'Thuộc tính {name} chỉ viết tên, không có giá trị. Viết {name} thôi.',
    'attribute-value': 'Giá trị của {name} trong <{component}> chưa đúng. Viết {name}={expected}.',

    'tag-unclosed':
      '<{name}> mở ở đây mà chưa đóng đúng chỗ. Thêm </{name}>; chừa dòng trống sau thẻ mở và trước thẻ đóng.',
    'tag-closing-alone': '</{name}> đóng một thẻ chưa mở. Xóa nó, hoặc thêm <{name}> ở trên.',
    'tag-broken':
      'Thẻ mở <{name}> viết chưa đúng. Viết <{name} ten="…">: giá trị trong dấu nháy kép thẳng, cách nhau một khoảng trắng, đóng bằng dấu >.',
    'tag-lazy': 'Thẻ này vắt sang dòng nằm ngoài danh sách hoặc trích dẫn. Viết cả thẻ trên một dòng.',
    'less-than': 'Dấu < ở đây bị hiểu là mở thẻ. Viết &lt; thay cho dấu <.',

    'media-name': 'Tên tệp “{path}” chưa đúng. Chỉ dùng a–z, 0–9, dấu - và dấu chấm, trong thư mục media/.',
    'media-kind':
      'Không dùng được loại tệp “{ending}”. Dùng svg, png, jpg, webp, avif, opus, ogg, mp3, mp4, webm hoặc vtt.',
    'media-bytes': 'Bên trong tệp không phải là {ending}. Xuất lại đúng loại, hoặc sửa đuôi tên tệp.',
    'media-large': 'Hình {kilobytes} KB, quá {most} KB. Thu nhỏ hoặc vẽ lại; tốt nhất là dưới 40 KB.',
    'media-heavy': 'Hình {kilobytes} KB, nên dưới {most} KB. Người học dùng mạng yếu; hãy thu nhỏ nếu được.',
    'svg-broken': 'Tệp SVG không đọc được ở chỗ này. Xuất lại từ trình vẽ thành SVG thuần.',
    'svg-declaration':
      'Tệp SVG không có DOCTYPE, thực thể, CDATA hay chỉ thị <?…?>. Xóa phần này; xuất thành SVG thuần.',
    'svg-element': 'Tệp SVG không có <{name}>. Xóa phần tử này; chữ và hình vẽ bằng path, rect, circle, text…',
    'svg-attribute': 'Tệp SVG không có thuộc tính {name}. Xóa thuộc tính này; màu viết bằng fill và stroke.',
    'svg-address': 'Trong tệp SVG, {name} chỉ được trỏ tới #… trong cùng tệp. Sửa hoặc xóa thuộc tính này.',
  },
}
