### 受付案内票のことば（Tiếng Việt）

title = Phiếu hướng dẫn các quầy
number = Số của bạn
date = ngày { $day } tháng { $n } năm { $year }
intro = Hãy đến các quầy theo thứ tự, bắt đầu từ ①, và đưa phiếu này cho nhân viên. Nhân viên sẽ đánh dấu thủ tục đã xong.
total = Số quầy: { $stops } / Số thủ tục: { $procedures } / Thời gian tại quầy: khoảng { $minutes } phút (không kể thời gian chờ)
nothing = Bạn không cần đến quầy nào.
floor-up = Tầng { $n }
floor-down = Tầng hầm { $n }
counter-number = Quầy số { $counter }
counter-name = { $counter }
no-place = Vui lòng hỏi vị trí tại quầy hướng dẫn
minutes = Khoảng { $n } phút
people = { " " }({ $n } người)
deadline = Thời hạn: { $text }
by = chậm nhất là { $date }
late = Đã quá thời hạn. Vui lòng trao đổi với nhân viên tại quầy.
bring = Giấy tờ cần mang: { $list }
missing = Giấy tờ chưa được kiểm tra: { $list }
filer = Nhân viên sẽ xác nhận ai có thể nộp thủ tục này.
join = { "; " }
continued = (tiếp theo)
pages = { $n }/{ $of }
note-review = Nhân viên sẽ xét duyệt nội dung đã khai. Phiếu này không chứng minh rằng hồ sơ đã được chấp nhận.
note-lost = Nếu có điều gì chưa rõ, hãy hỏi tại quầy hoặc quầy hướng dẫn.
