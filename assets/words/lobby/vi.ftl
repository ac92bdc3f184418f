### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = Hiragana
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = Katakana
# 英字
board-letters = ABC
# 英字
board-letters-name = Chữ cái Latinh
# 数字
board-digits = 123
# 数字
board-digits-name = Số
# 記号
board-symbols = #&
# 記号
board-symbols-name = Ký hiệu
# 左から
board-from-left = Từ trái
# 「あ」を左に並べる
board-from-left-name = Đặt あ ở bên trái
# 右から
board-from-right = Từ phải
# 「あ」を右に並べる
board-from-right-name = Đặt あ ở bên phải
# 1字消す
board-delete = Xóa
# 全部消す
board-clear = Xóa hết
# 空白
board-space = ␣
# 空白
board-space-name = Dấu cách
# 濁点をつける
board-voiced = Thêm dấu đục
# 半濁点をつける
board-half-voiced = Thêm dấu bán đục
# 小さい字にする
board-small = Đổi thành chữ nhỏ
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = Gạch nối
# 前の一覧
board-page-before = Trang trước
# 次の一覧
board-page-next = Trang sau
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = Hoàn tác
# 1字ずつ
board-letter-by-letter = Từng chữ
# まとめて
board-whole-words = Cả từ
# 字の形
board-other-shapes = Dạng chữ
# ひらがな
board-in-hiragana = Hiragana
# カタカナ
board-in-katakana = Katakana
# 別の読み
board-other-reading = Cách đọc khác
# ここにない
board-not-here = Không có
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, còn lại: { $rest }
# 漢字
board-to-kanji = Kanji
# そのまま
board-as-written = Giữ nguyên
# { $answer }、選択済み
board-chosen = { $answer }, đã chọn
# { $answer }、未選択
board-not-chosen = { $answer }, chưa chọn
# はい
board-yes = Có
# いいえ
board-no = Không
# 1つ減らす
board-fewer = Bớt một
# 1つ増やす
board-more = Thêm một
# 令和
board-era-1 = Reiwa
# 平成
board-era-2 = Heisei
# 昭和
board-era-3 = Showa
# 大正
board-era-4 = Taisho
# 西暦
board-era-5 = Dương lịch
# { $number }年
board-year = Năm { $number }
# { $number }月
board-month = Tháng { $number }
# { $number }日
board-day = Ngày { $number }
# 未入力の
board-empty = (trống)
# 元年
board-first-year = Năm đầu (元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = Ngày { $day }/{ $month }/{ $year } ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = Hãy nhập mã bưu điện gồm 7 số.
# 町の名前を選んでください。
board-postal-choose = Hãy chọn tên khu phố.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = Không tìm thấy mã bưu điện này. Hãy kiểm tra lại.
# { $name }の郵便番号
board-address-postal = { $name }: mã bưu điện
# { $name }の番地
board-address-lot = { $name }: số nhà
# { $name }の建物の名前と部屋番号
board-address-building = { $name }: tên tòa nhà và số phòng
# 続きの番地を入れてください。
board-address-lot-ask = Hãy nhập số nhà tiếp theo.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = Tòa nhà, số phòng (nếu có)
# 都道府県から番地まで書いてください。
board-address-self-ask = Viết từ tỉnh đến số nhà.
# 自分で書く
board-write-myself = Tự viết

### 記載台

# 書かない窓口　記載台
lobby-window-title = Quầy không cần viết: máy tự phục vụ

# 準備しています。少しお待ちください。
lobby-preparing = Đang chuẩn bị. Xin quý vị đợi một chút.

# 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。
lobby-broken = Thành thật xin lỗi. Màn hình này không thể tiếp tục. Nhân viên sẽ hướng dẫn. Mời quý vị đến quầy.

# ことばを選んでください
lobby-language-title = Xin chọn ngôn ngữ

# 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-hint = Quý vị có thể làm thủ tục mà không cần viết. Hãy chạm vào màn hình và trả lời câu hỏi.

# 選び直しても、ここまでの答えは消えません。
lobby-language-stays = Dù đổi ngôn ngữ, các câu trả lời đến giờ vẫn được giữ.

# 今日は、どのご用件ですか
lobby-purpose-title = Hôm nay quý vị đến để làm gì?

# この届出は、全部で何人についてですか
lobby-people-title = Thông báo này dành cho tất cả mấy người?

# あなたも、その方に入るときは数えてください。
lobby-people-hint = Nếu có cả quý vị, xin tính luôn quý vị.

# マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-title = Nếu có thẻ My Number, quý vị không cần nhập họ tên và các mục khác

# カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-card-hint = Không có thẻ vẫn tiếp tục được. Xin bấm “Tiếp theo”.

# このカードは、どなたのものですか
lobby-whose-title = Thẻ này là của ai?

# もう入力した方と、カードの方が違うようです。
lobby-whose-hint = Người đã nhập và người trên thẻ có vẻ khác nhau.

# 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-pair = Người đã nhập: { $known } / Người trên thẻ: { $read }

# カードの方：{ $read }
lobby-whose-read = Người trên thẻ: { $read }

# 同じ人です
lobby-whose-same = Là cùng một người

# 別の人です（この届出に加える）
lobby-whose-another = Là người khác (thêm vào thông báo này)

# 届出に来た代理人のカードです
lobby-whose-agent = Là thẻ của người được ủy quyền đến khai

# このカードは使いません
lobby-whose-back = Không dùng thẻ này

# 答えを確かめてください
lobby-check-title = Xin kiểm tra các câu trả lời

# 違うところがあれば、その欄に触れて直してください。
lobby-check-hint = Nếu có chỗ sai, hãy chạm vào ô đó để sửa.

# 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-usual = Các ô “Thông thường” được điền sẵn mà không hỏi. Nếu khác, hãy chạm vào ô đó để sửa.

# 次のことは、窓口で伺います：{ $what }
lobby-check-held = Những điều sau sẽ được hỏi tại quầy: { $what }

# 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-check-from = Các ô không ghi chú: { $from }. Nếu có chỗ sai, hãy chạm vào ô đó để sửa.

# { $title }（{ $place }）
lobby-check-page = { $title } ({ $place })

# 署名をお願いします
lobby-sign-title = Xin quý vị ký tên

# { $person } さん（{ $papers }）
lobby-sign-who = { $person } ({ $papers })

# 署名がそろいました。
lobby-sign-done = Đã có đủ chữ ký.

# 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-missing = Hãy viết tên vào khung, hoặc bấm “Ký tại quầy”.

# 書き直す
lobby-sign-again = Viết lại

# 署名は窓口で
lobby-sign-later = Ký tại quầy

# 署名は窓口でお願いします
lobby-sign-counter = Quý vị ký tên tại quầy

# 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-sign-open = Còn một số điều cần xác nhận tại quầy. Các câu trả lời đến đây sẽ được gửi đến quầy. Quý vị ký tên tại đó sau khi xác nhận phần còn lại.

# 窓口に渡しています
lobby-keeping-title = Đang chuyển đến quầy

# そのままお待ちください。
lobby-keeping-hint = Xin quý vị đợi.

# 受付番号
lobby-slip-title = Số của quý vị

# 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-slip-hint = Hãy lấy phiếu số và đến quầy. Thủ tục chưa xong.

# 職員がご案内します
lobby-staff-title = Nhân viên sẽ hướng dẫn

# 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hint = Hãy gọi nhân viên ở gần, hoặc đến quầy.

# ここまでの答えを窓口に渡す
lobby-staff-hand-in = Chuyển các câu trả lời đến giờ cho quầy

# 答えを消して終わる
lobby-staff-end = Xóa các câu trả lời và kết thúc

# { $person } について：{ $question }
lobby-about = Về { $person }: { $question }

# このあとの質問は、あと{ $n }問ほどです。
lobby-left = Còn khoảng { $n } câu hỏi nữa.

# カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-by-card = Trên thẻ ghi: { $text }. Nếu đúng, xin bấm “Tiếp theo”.

# 家での入力：{ $text }。正しければ「次へ」を押してください。
lobby-said-at-home = Quý vị đã nhập ở nhà: { $text }. Nếu đúng, xin bấm “Tiếp theo”.

# 今の答え：{ $text }
lobby-said-before = Câu trả lời hiện tại: { $text }

# ありません
lobby-none = Không có

# { $about }・{ $label }
lobby-row-about = { $about } · { $label }

# { $about } { $label } { $text }　変更する
lobby-row-change = { $about } { $label } { $text } – sửa

# 変更
lobby-change = Sửa

# カード
lobby-from-card = thẻ

# 家での入力
lobby-from-home = nhập ở nhà

# 書類
lobby-from-paper = giấy tờ

# ふつうの答え
lobby-usual = thông thường

# { $label }（{ $from }）
lobby-row-from = { $label } ({ $from })

# 4桁の暗証番号
lobby-pin = Mã PIN 4 số

# カードを読み取り機に置いてください。
lobby-card-put = Xin đặt thẻ lên máy đọc thẻ.

# カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-known = Đã đọc thẻ của: { $names }. Nếu người khác cũng có thẻ, xin đặt tiếp.

# 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-pin = Hãy nhập mã PIN 4 số. Còn { $tries } lần.

# 読み取る
lobby-card-read = Đọc thẻ

# カードをやめる
lobby-card-out = Không dùng thẻ

# 読み取っています。カードを動かさないでください。
lobby-card-busy = Đang đọc. Xin đừng di chuyển thẻ.

# 読み取りました。カードをお取りください。
lobby-card-thanks = Đã đọc xong. Xin lấy lại thẻ.

# 番号が違います。残り{ $tries }回です。
lobby-card-wrong = Mã PIN sai. Còn { $tries } lần.

# 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-last-try = Chỉ còn 1 lần. Nếu sai, mã PIN này sẽ bị khóa. Quý vị có chắc chắn về mã PIN không?

# はい、最後の1回を使う
lobby-card-spend = Có, dùng lần cuối

# いいえ、カードなしで続ける
lobby-card-keep = Không, tiếp tục không dùng thẻ

# 読み取り機が使えません。カードなしで続けられます。
lobby-card-unready = Không dùng được máy đọc thẻ. Quý vị có thể tiếp tục không cần thẻ.

# 受付票のコード
lobby-code-name = Mã trên phiếu số

# { $place } へお越しください
lobby-go-to = Mời quý vị đến: { $place }

# 総合案内で番号をお見せください
lobby-go-staff = Xin đưa số cho quầy hướng dẫn xem

# 窓口での時間の目安は、合わせて約{ $n }分です
lobby-minutes = Thời gian tại các quầy: tổng cộng khoảng { $n } phút

# お持ちになるもの：{ $what }
lobby-bring = Giấy tờ cần mang: { $what }

# 番号の紙を印刷しています
lobby-printing = Đang in phiếu số

# 番号の紙を印刷しています
lobby-print-queued = Đang in phiếu số

# 番号の紙を印刷しています
lobby-print-printing = Đang in phiếu số

# 番号の紙をお取りください
lobby-print-done = Xin lấy phiếu số

# 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-failed = Không in được phiếu. Xin ghi lại số ở trên và báo tại quầy. Các câu trả lời đã đến quầy.

# 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = Nếu phiếu không ra, xin ghi lại số ở trên và báo tại quầy. Các câu trả lời đã đến quầy.

# 戻る
lobby-back = Quay lại

# 次へ
lobby-next = Tiếp theo

# 職員に聞く
lobby-staff = Hỏi nhân viên

# わからない
lobby-put-off = Tôi không biết

# どれかわからない
lobby-wonder = Không rõ

# 前に出した手続がどうなったか
lobby-ask-after = Hỏi kết quả thủ tục đã nộp trước đây

# 受付番号を入れてください
lobby-number-title = Xin nhập số tiếp nhận

# 受付票に書いてある番号です（例：260420-001）。記載台の受付票は、二次元コードを読み取り機にかざすだけでも分かります。
lobby-number-hint = Số này in trên phiếu tiếp nhận (ví dụ 260420-001). Với phiếu in từ máy này, bạn cũng có thể đưa mã QR vào đầu đọc.

# 受付番号は、6けたの数字と3けた以上の数字です。もう一度確かめてください。
lobby-number-missing = Số tiếp nhận gồm 6 chữ số, rồi ít nhất 3 chữ số nữa. Xin kiểm tra lại.

# 手続の状況
lobby-standing-title = Tình trạng thủ tục

# まだ結果のお知らせはありません。
lobby-standing-open = Hiện chưa có kết quả.

# 窓口へお越しください。
lobby-standing-come = Xin đến quầy.

# 手続は受け付けられました。
lobby-standing-accepted = Thủ tục đã được chấp nhận.

# いまは何もしなくてかまいません。番号が正しいか気になるときや、お急ぎのときは、受付票を持って窓口でおたずねください。
lobby-next-open = Bây giờ bạn không cần làm gì. Nếu không chắc số đúng hay cần gấp, xin mang phiếu tiếp nhận đến hỏi tại quầy.

# お伝えすることや、直していただくところがあります。受付票と本人確認書類を持って、窓口へお越しください。内容は窓口でご説明します。
lobby-next-come = Có điều cần báo cho bạn hoặc cần sửa. Xin mang phiếu tiếp nhận và giấy tờ tùy thân đến quầy. Nội dung sẽ được giải thích tại quầy.

# 窓口でしていただくことは、ありません。
lobby-next-accepted = Bạn không cần làm gì thêm tại quầy.

# { $filing }：{ $fate }
lobby-filed = { $filing }: { $fate }

# 担当で確かめています
lobby-fate-open = đang được xem xét

# 受け付けられました
lobby-fate-accepted = đã được chấp nhận

# 直していただくところがあります
lobby-fate-come = có chỗ cần sửa

# 受け付けられませんでした。わけと、これからできることは窓口でご説明します
lobby-fate-refused = không được chấp nhận. Lý do và những việc có thể làm tiếp sẽ được giải thích tại quầy

# 窓口での対応は済んでいます
lobby-fate-settled = đã được giải quyết tại quầy

# この手続は取り下げられています。
lobby-standing-withdrawn = Thủ tục này đã được rút lại.

# もう一度出すときや、心あたりがないときは、窓口でおたずねください。
lobby-next-withdrawn = Nếu muốn nộp lại, hoặc nếu bạn không biết việc này, xin hỏi tại quầy.

# 取り下げられています
lobby-fate-withdrawn = đã rút lại

# これでよい
lobby-right = Đúng cả rồi

# 窓口に渡す
lobby-hand-in = Gửi đến quầy

# 終わる
lobby-finish = Kết thúc

# Language
lobby-tool-language = Language

# 文字・色・音
lobby-tool-settings = Cài đặt

# 読み上げる
lobby-tool-aloud = Đọc to

# 画面を隠す
lobby-tool-hide = Ẩn màn hình

# やめる
lobby-tool-end = Thoát

# 画面の設定
lobby-settings-title = Cài đặt màn hình

# 文字の大きさ
lobby-set-size = Cỡ chữ

# 色
lobby-set-theme = Màu

# ボタンの場所
lobby-set-reach = Vị trí nút

# 読み上げ
lobby-set-voice = Đọc to

# 読む速さ
lobby-set-speed = Tốc độ đọc

# 音の大きさ
lobby-set-volume = Âm lượng

# スイッチで選ぶ
lobby-set-switches = Chọn bằng công tắc

# 小
lobby-size-small = Nhỏ

# 標準
lobby-size-normal = Chuẩn

# 大
lobby-size-large = Lớn

# 特大
lobby-size-huge = Rất lớn

# 標準
lobby-theme-standard = Chuẩn

# 白地に黒
lobby-theme-white = Nền trắng

# 黒地に黄
lobby-theme-dark = Nền đen

# ふつう
lobby-reach-usual = Thường

# 下のほう
lobby-reach-low = Phía dưới

# 読まない
lobby-voice-off = Không đọc

# 読む
lobby-voice-on = Đọc

# ゆっくり
lobby-speed-slow = Chậm

# ふつう
lobby-speed-usual = Thường

# 速く
lobby-speed-fast = Nhanh

# 小さく
lobby-volume-low = Nhỏ

# ふつう
lobby-volume-usual = Thường

# 大きく
lobby-volume-high = To

# 使わない
lobby-switches-none = Không dùng

# 2つ
lobby-switches-two = 2 công tắc

# 1つ
lobby-switches-one = 1 công tắc

# 設定を閉じる
lobby-settings-done = Đóng cài đặt

# まだ続けますか
lobby-idle-title = Quý vị có tiếp tục không?

# あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-left = Sau { $n } giây, các câu trả lời sẽ bị xóa và màn hình trở về ban đầu.

# もう少し時間がほしい
lobby-idle-more = Tôi cần thêm thời gian

# 画面を隠しています
lobby-blank-title = Đang ẩn màn hình

# 画面を戻す
lobby-blank-back = Hiện lại màn hình

# 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-people-limit = Mỗi lần nhập được tối đa { $limit } người. Nếu nhiều hơn, xin gọi nhân viên.

# { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-namesake = Có từ 2 người trở lên tên { $person }. Xin phân biệt bằng ngày sinh.

# 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-not-taken = Không lấy được “{ $field }” từ thẻ. Xin nhập ở câu hỏi sau. { $why }

# この受付票の入力は、もう残っていません。職員にお声がけください。
notice-parked-gone = Nội dung của phiếu số này không còn nữa. Xin gọi nhân viên.

# 窓口で伺います
value-held = Sẽ được hỏi tại quầy

# 暗証番号
secret-pin = Mã PIN

# 読み取りの途中でカードが離れました。もう一度置いてください。
card-gone = Thẻ bị rời ra khi đang đọc. Xin đặt lại.

# 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-licence = Không đọc được bằng lái xe. Quý vị có thể tiếp tục không cần thẻ.

# 在留カードは読み取れません。カードなしで続けられます。
card-wrong-residence = Không đọc được thẻ lưu trú. Quý vị có thể tiếp tục không cần thẻ.

# このカードは読み取れません。カードなしで続けられます。
card-wrong-unknown = Không đọc được thẻ này. Quý vị có thể tiếp tục không cần thẻ.

# カードを読み取れません（{ $code }）。カードなしで続けられます。
card-unreadable = Không đọc được thẻ ({ $code }). Quý vị có thể tiếp tục không cần thẻ.

# 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-no-reader = Không tìm thấy máy đọc thẻ ({ $code }). Quý vị có thể tiếp tục không cần thẻ.

# この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-blocked-pin = Mã PIN này đã bị khóa vì nhập sai quá số lần. Quý vị có thể tiếp tục không cần thẻ.

# 暗証番号は4桁の数字です。もう一度入れてください。
card-bad-pin = Mã PIN gồm 4 chữ số. Xin nhập lại.

# 署名を書くところ
sign-pad = Chỗ ký tên

## 使えないとき
# この端末は、いま使えません。窓口へお越しください。
lobby-closed = Máy này hiện không dùng được. Vui lòng đến quầy.
# この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。
lobby-closed-call = Máy này hiện không dùng được. Vui lòng đến quầy hoặc gọi số bên dưới.

## 家での準備

# { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-parts = Đã đọc { $read } trong { $of } mã. Còn thiếu: mã số { $missing }

# 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-no-code = Đây không phải mã làm ở nhà, hoặc chỉ đọc được một phần. Xin đưa lại vào máy đọc.

# この画像にコードが見つかりません。
preentry-picture = Không tìm thấy mã trong ảnh này.

# このコードは壊れているため使えません。このまま画面で答えてください。
preentry-damaged = Mã này bị hỏng nên không dùng được. Xin trả lời ngay trên màn hình.

# このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-foreign-key = Mã này không phải của thành phố này hoặc đã quá cũ. Xin trả lời ngay trên màn hình.

# このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-version = Mã này được làm bằng phiên bản khác của trang. Xin trả lời ngay trên màn hình.

# このコードは、別の市区町村のためのものです。
preentry-other-city = Mã này là của địa phương khác.

# このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-expired = Mã này đã làm quá 30 ngày. Xin trả lời ngay trên màn hình.

# このコードの作成日が先の日になっています。職員にお声がけください。
preentry-future = Ngày làm mã này là một ngày trong tương lai. Xin hỏi nhân viên.

# このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-used = Mã này đã được dùng. Mỗi mã chỉ dùng được một lần.

# このコードは、別の手続のものです。
preentry-other-event = Mã này là của thủ tục khác.

# 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-other-event = Mã làm ở nhà là của thủ tục khác. Mã đã không được dùng.

# 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-twice = Đã dùng một mã làm ở nhà. Mã thứ hai không được dùng.

# 家で作ったコードの答えは、使っていません。
notice-preentry-unused = Các câu trả lời trong mã làm ở nhà không được dùng.

# 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-unknown = Những câu trả lời sau trong mã làm ở nhà không dùng được: { $keys }

# 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
notice-preentry-taken = Đã nhận câu trả lời làm ở nhà cho { $n } người. Xin kiểm tra lại sau.

### the resident's screen at the counter

# いらっしゃいませ
resident-welcome = Xin chào quý khách
# 職員が確認しています。少しお待ちください。
resident-waiting = Nhân viên đang kiểm tra. Vui lòng đợi một chút.
# ご回答：{ $value }
resident-answer = Câu trả lời: { $value }
# この画面でお答えください。様式に書かれない答えは、職員には見えません。
resident-answer-here = Hãy trả lời trên màn hình này. Câu trả lời không ghi vào mẫu đơn sẽ không hiện cho nhân viên.
# これでよい
resident-answer-onward = Như vậy là đúng
# 内容をご確認ください
resident-check-title = Vui lòng kiểm tra nội dung
# ちがうところは、職員にお知らせください。
resident-check-wrong = Nếu có chỗ sai, xin báo cho nhân viên.
# まちがいありません
resident-check-right = Không có gì sai
# ご確認ありがとうございました。
resident-check-thanks = Cảm ơn quý khách đã kiểm tra.
# この署名にする
resident-sign-accept = Dùng chữ ký này
# 枠の中に名前を書いてください。
resident-sign-empty = Hãy viết tên vào khung.
# 受付が終わりました
resident-done = Đã tiếp nhận xong
# 受付番号
resident-slip = Số tiếp nhận
# 文字の大きさ
resident-larger = Cỡ chữ
# 配色
resident-colours = Màu sắc
# もう一度お願いします
resident-say-again = Xin nhắc lại
# わかりません
resident-say-unclear = Tôi không hiểu
# 筆談をお願いします
resident-say-write = Xin viết ra giấy
# 通訳をお願いします
resident-say-interpreter = Tôi cần phiên dịch
# 少し待ってください
resident-say-wait = Xin đợi một chút
# 少しお待ちください。
resident-phrase-wait = Vui lòng đợi một chút.
# 書類を見せてください。
resident-phrase-papers = Xin cho xem giấy tờ.
# 本人確認の書類を見せてください。
resident-phrase-identity = Xin cho xem giấy tờ tùy thân.
# 暗証番号を入力してください。
resident-phrase-pin = Vui lòng nhập mã PIN.
# 筆談でお話しします。
resident-phrase-write = Chúng ta sẽ trao đổi bằng chữ viết.
# 通訳を呼びます。
resident-phrase-interpreter = Tôi sẽ gọi phiên dịch.
# 声は聞こえますか。
resident-phrase-hear = Quý khách có nghe rõ không?
# 署名をお願いします。
resident-phrase-sign = Vui lòng ký tên.
# 手数料をお支払いください。
resident-phrase-pay = Vui lòng trả lệ phí.
# 次の窓口へお進みください。
resident-phrase-counter = Vui lòng sang quầy tiếp theo.
# 書類を見る
resident-papers = Xem giấy tờ
# 次の書類
resident-paper-next = Giấy tờ tiếp theo
# 書類を閉じる
resident-papers-close = Đóng giấy tờ

### the resident's own record on paper

# 私の記録
record-title = Hồ sơ của tôi
# 受付番号 { $number }　{ $day }現在
record-about = Số tiếp nhận { $number }, tính đến { $day }
# 全員について
record-all = Về tất cả mọi người
# この受付から外れた方
record-gone = Người không còn trong hồ sơ này
# { $text }（{ $source }）
record-said = { $text } ({ $source })
# 送付
record-sent = Đã gửi
# 送付先 { $place }　第{ $revision }版　送付済み
record-left = Đã gửi đến { $place }, bản { $revision }
# 送付先 { $place }　第{ $revision }版　中継まで送った（まだ届いていない）
record-relayed = Đang gửi đến { $place }, chưa đến nơi, bản { $revision }
# 送付先 { $place }　第{ $revision }版　まだ送っていない
record-waits = Chưa gửi đến { $place }, bản { $revision }
# 操作の記録
record-looked = Nhật ký xử lý
# 自動
record-source-system = tự động
# 自動判定
record-source-derived = tự động xác định
# 別のカード
record-source-second_card = thẻ khác
# カード
record-source-card = thẻ
# 転出証明書
record-source-extract = giấy chứng nhận chuyển đi
# 住民記録
record-source-register = sổ đăng ký cư trú
# 書類
record-source-document = giấy tờ
# 家での入力
record-source-preentry = nhập tại nhà
# ご本人入力
record-source-resident = quý vị tự nhập
# 聞き取り
record-source-interview = hỏi tại quầy
# 内容を見た
record-did-looked = Đã xem
# 確認した
record-did-confirmed = Đã xác nhận
# 直した
record-did-corrected = Đã sửa
# 印刷した
record-did-printed = Đã in
# 印刷できなかった
record-did-not-printed = Không in được
# 送付した
record-did-sent = Đã gửi
# 届いたか分からない
record-did-unsure = Đã gửi, chưa rõ đã đến chưa
# 送付を保留した
record-did-held = Tạm giữ, chưa gửi
# 送付先の回答を受けた
record-did-answered = Đã nhận trả lời
# 担当が替わった
record-did-taken-over = Nhân viên khác tiếp nhận
# 案内票に印をつけた・消した
record-did-ticked = Đã đổi dấu trên phiếu hướng dẫn
# 取り下げた
record-did-withdrawn = Đã rút lại
# 消した
record-did-erased = Đã xóa
# 控えやファイルにした
record-did-copied = Đã sao lưu hoặc lưu vào tệp
# ほかの操作をした
record-did-other = Xử lý khác
# { $what }（{ $by }）
record-by = { $what } ({ $by })
