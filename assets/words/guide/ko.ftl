### 受付案内票のことば（한국어）

title = 창구 안내표
number = 접수 번호
date = { $year }년 { $n }월 { $day }일
intro = ①번부터 순서대로 창구에 가서 이 안내표를 보여 주세요. 끝난 절차는 창구에서 표시해 드립니다.
total = 창구 { $stops }곳 · 절차 { $procedures }건 · 창구 소요 시간 약 { $minutes }분 (대기 시간 제외)
nothing = 들르실 창구가 없습니다.
floor-up = { $n }층
floor-down = 지하 { $n }층
counter-number = { $counter }번 창구
counter-name = { $counter }
no-place = 위치는 종합 안내에 문의해 주세요
minutes = 약 { $n }분
people = { " " }({ $n }명)
deadline = 기한: { $text }
by = { $date }까지
late = 기한이 지났습니다. 창구에서 상담해 주세요.
bring = 준비물: { $list }
missing = 아직 확인하지 않은 서류: { $list }
filer = 신고할 수 있는 분을 창구에서 확인합니다.
join = { ", " }
continued = (계속)
pages = { $n }/{ $of }
note-review = 신고 내용은 직원이 심사합니다. 이 안내표는 수리되었다는 증명이 아닙니다.
note-lost = 궁금한 점은 창구나 종합 안내에 문의해 주세요.
