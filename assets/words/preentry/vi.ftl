### 家で使うページのことば（ベトナム語）

# { $city }の窓口の準備
title = Chuẩn bị trước khi đến quầy của { $city }
# 市役所に行く前に、ここで質問に答えておくと、窓口で書くものや聞かれることが少なくなります。
welcome-what = Hãy trả lời ở đây trước khi đến tòa thị chính. Ở quầy bạn sẽ phải viết và trả lời ít hơn.
# 最後に二次元コードができます。それを保存して、窓口に持ってきてください。
welcome-how = Cuối cùng sẽ có mã QR. Hãy lưu lại và mang đến quầy.
# 答えは、この端末の中だけにあります。どこにも送られません。コードは市役所だけが読めます。
welcome-private = Câu trả lời chỉ nằm trong thiết bị này, không gửi đi đâu cả. Chỉ tòa thị chính đọc được mã.
# マイナンバー（個人番号）は入れないでください。署名は窓口でします。
welcome-counter = Đừng nhập My Number (mã số cá nhân). Bạn sẽ ký tên tại quầy.
# このページは { $date } まで使えます。
valid = Có thể dùng trang này đến { $date }.
# このページは { $date } で終わりました。市のホームページから新しいページを開いてください。
expired = Trang này đã hết hạn vào { $date }. Hãy mở trang mới trên trang web của thành phố.
# 始める
start = Bắt đầu
# もどる
back = Quay lại
# 次へ
next = Tiếp
# はい
yes = Có
# いいえ
no = Không
# なし
none = Không có
# 全員
everybody = Tất cả mọi người
# あなた
you = Bạn
# { $n }人目の方
nth = Người thứ { $n }
# { $name } について
about = Về { $name }
# どんなことで市役所に行きますか
event-ask = Bạn đến tòa thị chính để làm gì?
# どれか分からない
not-sure = Tôi không rõ là mục nào
# これが当てはまりそうです
found = Có lẽ là mục này
# 市役所の案内で聞いてください
ask-at-hall = Hãy hỏi ở quầy hướng dẫn của tòa thị chính
# 全部の中から選ぶ
all-events = Chọn trong toàn bộ danh sách
# この手続に関わる人は、あなたを入れて何人ですか
people-ask = Thủ tục này liên quan đến mấy người, kể cả bạn?
# いっしょに引っ越す家族など、手続に名前が出る人の数です。
people-hint = Số người có tên trong thủ tục, ví dụ gia đình cùng chuyển nhà.
# { $n }人
count = { $n } người
# わからない
unsure = Tôi không biết
# 窓口で答える
at-counter = Trả lời tại quầy
# 残りはおよそ { $n } 問です
left = Còn khoảng { $n } câu
# 元号か西暦
era = Niên hiệu Nhật hoặc dương lịch
# 西暦
western = Dương lịch
# 年
year = Năm
# 月
month = Tháng
# 日
day = Ngày
# ひらがなでも入れられます。氏と名の間を空けてください。
hint-kana = Có thể nhập bằng hiragana. Hãy để một khoảng trống giữa họ và tên.
# 例 090-0000-0000
hint-phone = Ví dụ 090-0000-0000
# 都道府県から番地まで入れてください。
hint-address = Ghi từ tỉnh đến số nhà.
# 答えを入れてください。分からないときは「わからない」を押してください。
wrong-empty = Hãy nhập câu trả lời. Nếu không biết, hãy bấm “Tôi không biết”.
# 選んでください。なければ「なし」を押してください。
wrong-choose = Hãy chọn. Nếu không có, hãy bấm “Không có”.
# この日はありません。年、月、日を確かめてください。
wrong-date = Không có ngày này. Hãy xem lại năm, tháng, ngày.
# 今日までの日を入れてください。
wrong-future = Hãy nhập hôm nay hoặc ngày trước đó.
# 数字で入れてください。
wrong-number = Hãy nhập bằng số.
# ひらがなかカタカナで入れてください。
wrong-kana = Hãy nhập bằng hiragana hoặc katakana.
# 番地まで入れてください。ないときは「番地なし」、わからないときは「番地不詳」と入れてください。
wrong-lot = Hãy ghi đến số nhà; nếu không có, ghi 番地なし, nếu không biết, ghi 番地不詳.
# 電話番号を数字で入れてください。
wrong-phone = Hãy nhập số điện thoại bằng chữ số.
# 数字の数を確かめてください。
wrong-digits = Hãy kiểm tra số lượng chữ số.
# 長すぎます。200文字までで入れてください。
wrong-too-long = Dài quá. Tối đa 200 ký tự.
# 個人番号（マイナンバー）のような番号が入っています。入れないでください。
wrong-my-number = Đây giống như mã số cá nhân (My Number). Đừng nhập vào.
# 答えを確かめてください
check-title = Hãy kiểm tra câu trả lời
# 違うところは「変更」を押してください。窓口でも、もう一度いっしょに確かめます。
check-hint = Nếu có chỗ sai, hãy bấm “Sửa”. Ở quầy sẽ cùng bạn kiểm tra lại.
# 届出のこと
all-together = Về thủ tục khai báo
# 変更
change = Sửa
# 必要になりそうな手続
plan-title = Những thủ tục có lẽ cần làm
# 持ってくるもの
bring-title = Những thứ cần mang theo
# コードを作る
make = Tạo mã
# コードを作っています
making = Đang tạo mã
# このコードを窓口に持ってきてください
codes-title = Hãy mang các mã này đến quầy
# 画像に保存するか、この画面を見せてください。全部のコードが必要です。順番は自由です。
codes-how = Hãy lưu thành hình ảnh hoặc cho xem màn hình này. Cần tất cả các mã, theo thứ tự nào cũng được.
# コードは30日間、1回だけ使えます。
codes-days = Mã dùng được một lần trong vòng 30 ngày.
# { $count } 枚のうち { $n } 枚目
code-n = Mã { $n } trong { $count } mã
# 前のコード
code-before = Mã trước
# 次のコード
code-after = Mã sau
# 画像に保存する
save = Lưu thành hình ảnh
# 全部消す
wipe = Xóa hết
# 答えを全部消しますか
wipe-ask = Xóa hết câu trả lời?
# 消した答えは元にもどせません。保存した画像は消えません。
wipe-hint = Câu trả lời đã xóa không lấy lại được. Hình ảnh đã lưu vẫn còn.
# 全部消す
wipe-yes = Xóa hết
# 消さない
wipe-no = Không xóa
# 令和
era-reiwa = Reiwa 令和
# 平成
era-heisei = Heisei 平成
# 昭和
era-showa = Showa 昭和
# 大正
era-taisho = Taisho 大正
# 世帯主
relation-head = Chủ hộ
# 夫
relation-husband = Chồng
# 妻
relation-wife = Vợ
# 子
relation-child = Con
# 父
relation-father = Cha
# 母
relation-mother = Mẹ
# 兄
relation-elder-brother = Anh trai
# 弟
relation-younger-brother = Em trai
# 姉
relation-elder-sister = Chị gái
# 妹
relation-younger-sister = Em gái
# 子の子（孫）
relation-grandchild = Cháu (con của con)
# 子の妻
relation-childs-wife = Vợ của con
# 子の夫
relation-childs-husband = Chồng của con
# 夫の父
relation-husbands-father = Cha chồng
# 夫の母
relation-husbands-mother = Mẹ chồng
# 妻の父
relation-wifes-father = Cha vợ
# 妻の母
relation-wifes-mother = Mẹ vợ
# 縁故者（親せき）
relation-relative = Họ hàng khác
# 同居人
relation-lodger = Người sống cùng
