### 受付案内票のことば（中文）

title = 窗口办理指南
number = 您的受理号码
date = { $year }年{ $n }月{ $day }日
intro = 请从①开始按顺序前往各窗口，并出示本单。办完的手续由窗口工作人员打勾。
total = 窗口{ $stops }处，手续{ $procedures }项，窗口办理时间约{ $minutes }分钟（不含等候时间）
nothing = 没有需要前往的窗口。
floor-up = { $n }楼
floor-down = 地下{ $n }楼
counter-number = { $counter }号窗口
counter-name = { $counter }
no-place = 地点请向综合咨询处询问
minutes = 约{ $n }分钟
people = （{ $n }人）
deadline = 期限：{ $text }
by = { $date }之前
late = 期限已过，请到窗口咨询。
bring = 请携带：{ $list }
missing = 尚未确认的文件：{ $list }
filer = 窗口将确认可以申报的人员。
join = 、
continued = （续）
pages = { $n }/{ $of }
note-review = 申报内容将由工作人员审查。本单不能作为已受理的证明。
note-lost = 如有不明之处，请向窗口或综合咨询处询问。
