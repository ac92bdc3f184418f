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
board-letters-name = Alphabet
# 数字
board-digits = 123
# 数字
board-digits-name = Numbers
# 記号
board-symbols = #&
# 記号
board-symbols-name = Symbols
# 左から
board-from-left = From left
# 「あ」を左に並べる
board-from-left-name = Put あ on the left
# 右から
board-from-right = From right
# 「あ」を右に並べる
board-from-right-name = Put あ on the right
# 1字消す
board-delete = Delete
# 全部消す
board-clear = Clear
# 空白
board-space = ␣
# 空白
board-space-name = Space
# 濁点をつける
board-voiced = Add voiced mark
# 半濁点をつける
board-half-voiced = Add half-voiced mark
# 小さい字にする
board-small = Make it small
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = Hyphen
# 前の一覧
board-page-before = Earlier
# 次の一覧
board-page-next = More
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = Undo
# 1字ずつ
board-letter-by-letter = Letter by letter
# まとめて
board-whole-words = Whole words
# 字の形
board-other-shapes = Letter shape
# ひらがな
board-in-hiragana = Hiragana
# カタカナ
board-in-katakana = Katakana
# 別の読み
board-other-reading = Other reading
# ここにない
board-not-here = Not here
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, still to write: { $rest }
# 漢字
board-to-kanji = Kanji
# そのまま
board-as-written = As is
# { $answer }、選択済み
board-chosen = { $answer }, chosen
# { $answer }、未選択
board-not-chosen = { $answer }, not chosen
# はい
board-yes = Yes
# いいえ
board-no = No
# 1つ減らす
board-fewer = One fewer
# 1つ増やす
board-more = One more
# 令和
board-era-1 = Reiwa
# 平成
board-era-2 = Heisei
# 昭和
board-era-3 = Showa
# 大正
board-era-4 = Taisho
# 西暦
board-era-5 = Western
# { $number }年
board-year = Year { $number }
# { $number }月
board-month = Month { $number }
# { $number }日
board-day = Day { $number }
# 未入力の
board-empty = (empty)
# 元年
board-first-year = First year (元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $year }-{ $month }-{ $day } ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = Enter the postal code, 7 digits.
# 町の名前を選んでください。
board-postal-choose = Choose the town.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = This postal code was not found. Please check it.
# { $name }の郵便番号
board-address-postal = { $name }: postal code
# { $name }の番地
board-address-lot = { $name }: number
# { $name }の建物の名前と部屋番号
board-address-building = { $name }: building and room
# 続きの番地を入れてください。
board-address-lot-ask = Enter the number that follows.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = Building and room (if any)
# 都道府県から番地まで書いてください。
board-address-self-ask = Write from prefecture to number.
# 自分で書く
board-write-myself = Write it myself

### 記載台

# 書かない窓口　記載台
lobby-window-title = No-writing counter: self-service terminal

# 準備しています。少しお待ちください。
lobby-preparing = Getting ready. Please wait a moment.

# 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。
lobby-broken = We are sorry. This screen cannot continue. Our staff will help you. Please come to the counter.

# ことばを選んでください
lobby-language-title = Please choose your language

# 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-hint = You can complete your procedure without writing. Touch the screen and answer the questions.

# 選び直しても、ここまでの答えは消えません。
lobby-language-stays = If you change the language, your answers so far are kept.

# 今日は、どのご用件ですか
lobby-purpose-title = What brings you here today?

# この届出は、全部で何人についてですか
lobby-people-title = How many people is this notification about in all?

# あなたも、その方に入るときは数えてください。
lobby-people-hint = If it is about you too, please count yourself.

# マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-title = With a My Number Card you do not need to enter your name and other details

# カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-card-hint = You can also continue without a card. Just press “Next”.

# このカードは、どなたのものですか
lobby-whose-title = Whose card is this?

# もう入力した方と、カードの方が違うようです。
lobby-whose-hint = The person entered before and the person on the card seem to be different.

# 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-pair = Entered before: { $known } / On the card: { $read }

# カードの方：{ $read }
lobby-whose-read = On the card: { $read }

# 同じ人です
lobby-whose-same = It is the same person

# 別の人です（この届出に加える）
lobby-whose-another = Another person (add to this notification)

# 届出に来た代理人のカードです
lobby-whose-agent = It is the card of the proxy who came to file

# このカードは使いません
lobby-whose-back = Do not use this card

# 答えを確かめてください
lobby-check-title = Please check your answers

# 違うところがあれば、その欄に触れて直してください。
lobby-check-hint = If something is wrong, touch it to correct it.

# 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-usual = “Usual” rows were filled in without asking. Touch a row to change what is different.

# 次のことは、窓口で伺います：{ $what }
lobby-check-held = Staff will ask about this at the counter: { $what }

# 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-check-from = Rows without a note: { $from }. If something is wrong, touch it to correct it.

# { $title }（{ $place }）
lobby-check-page = { $title } ({ $place })

# 署名をお願いします
lobby-sign-title = Please sign

# { $person } さん（{ $papers }）
lobby-sign-who = { $person } ({ $papers })

# 署名がそろいました。
lobby-sign-done = All signatures are complete.

# 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-missing = Write your name in the box, or press “Sign at counter”.

# 書き直す
lobby-sign-again = Write again

# 署名は窓口で
lobby-sign-later = Sign at counter

# 署名は窓口でお願いします
lobby-sign-counter = You sign at the counter

# 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-sign-open = Some things are still to be checked at the counter. Your answers go there now. You sign there once the rest has been checked.

# 窓口に渡しています
lobby-keeping-title = Passing your answers to the counter

# そのままお待ちください。
lobby-keeping-hint = Please wait.

# 受付番号
lobby-slip-title = Your number

# 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-slip-hint = Take the number slip and come to the counter. The procedure is not finished yet.

# 職員がご案内します
lobby-staff-title = Our staff will help you

# 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hint = Speak to a staff member nearby, or come to the counter.

# ここまでの答えを窓口に渡す
lobby-staff-hand-in = Pass the answers so far to the counter

# 答えを消して終わる
lobby-staff-end = Delete the answers and finish

# { $person } について：{ $question }
lobby-about = About { $person }: { $question }

# このあとの質問は、あと{ $n }問ほどです。
lobby-left = About { $n } more questions after this

# カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-by-card = The card says: { $text }. If this is correct, press “Next”.

# 家での入力：{ $text }。正しければ「次へ」を押してください。
lobby-said-at-home = You entered at home: { $text }. If this is correct, press “Next”.

# 今の答え：{ $text }
lobby-said-before = Answer now: { $text }

# ありません
lobby-none = None

# { $about }・{ $label }
lobby-row-about = { $about } · { $label }

# { $about } { $label } { $text }　変更する
lobby-row-change = { $about } { $label } { $text } – change

# 変更
lobby-change = Change

# カード
lobby-from-card = card

# 家での入力
lobby-from-home = from home

# 書類
lobby-from-paper = document

# ふつうの答え
lobby-usual = usual

# { $label }（{ $from }）
lobby-row-from = { $label } ({ $from })

# 4桁の暗証番号
lobby-pin = 4-digit PIN

# カードを読み取り機に置いてください。
lobby-card-put = Please place your card on the card reader.

# カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-known = Cards read: { $names }. If others have a card too, please place it next.

# 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-pin = Enter the 4-digit PIN. Tries left: { $tries }

# 読み取る
lobby-card-read = Read

# カードをやめる
lobby-card-out = Do not use card

# 読み取っています。カードを動かさないでください。
lobby-card-busy = Reading. Please do not move the card.

# 読み取りました。カードをお取りください。
lobby-card-thanks = The card has been read. Please take your card.

# 番号が違います。残り{ $tries }回です。
lobby-card-wrong = The PIN is wrong. Tries left: { $tries }

# 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-last-try = You have one try left. If it is wrong, this PIN will be locked. Are you sure of your PIN?

# はい、最後の1回を使う
lobby-card-spend = Yes, use the last try

# いいえ、カードなしで続ける
lobby-card-keep = No, continue without the card

# 読み取り機が使えません。カードなしで続けられます。
lobby-card-unready = The card reader cannot be used. You can continue without a card.

# 受付票のコード
lobby-code-name = Code on the number slip

# { $place } へお越しください
lobby-go-to = Please go to: { $place }

# 総合案内で番号をお見せください
lobby-go-staff = Please show your number at the information desk

# 窓口での時間の目安は、合わせて約{ $n }分です
lobby-minutes = Time at the counters: about { $n } minutes in all

# お持ちになるもの：{ $what }
lobby-bring = Please bring: { $what }

# 番号の紙を印刷しています
lobby-printing = Printing your number slip

# 番号の紙を印刷しています
lobby-print-queued = Printing your number slip

# 番号の紙を印刷しています
lobby-print-printing = Printing your number slip

# 番号の紙をお取りください
lobby-print-done = Please take your number slip

# 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-failed = The slip could not be printed. Note the number above and tell it to the staff at the counter. Your answers have reached the counter.

# 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = If no slip comes out, note the number above and tell it to the staff at the counter. Your answers have reached the counter.

# 戻る
lobby-back = Back

# 次へ
lobby-next = Next

# 職員に聞く
lobby-staff = Ask staff

# わからない
lobby-put-off = I don’t know

# どれかわからない
lobby-wonder = Not sure

# 前に出した手続がどうなったか
lobby-ask-after = Ask about something you filed before

# 受付番号を入れてください
lobby-number-title = Please enter your reception number

# 受付票に書いてある番号です（例：260420-001）。記載台の受付票は、二次元コードを読み取り機にかざすだけでも分かります。
lobby-number-hint = It is printed on your slip (for example 260420-001). With a slip from this terminal you can also hold its square code to the reader.

# 受付番号は、6けたの数字と3けた以上の数字です。もう一度確かめてください。
lobby-number-missing = The number has 6 digits, then at least 3 more. Please check it.

# 手続の状況
lobby-standing-title = How your filing stands

# まだ結果のお知らせはありません。
lobby-standing-open = There is no result yet.

# 窓口へお越しください。
lobby-standing-come = Please come to the counter.

# 手続は受け付けられました。
lobby-standing-accepted = Your filing has been accepted.

# いまは何もしなくてかまいません。番号が正しいか気になるときや、お急ぎのときは、受付票を持って窓口でおたずねください。
lobby-next-open = You need not do anything now. If you are not sure of the number, or it is urgent, please ask at the counter with your slip.

# お伝えすることや、直していただくところがあります。受付票と本人確認書類を持って、窓口へお越しください。内容は窓口でご説明します。
lobby-next-come = There is something to tell you or to correct. Please come with your slip and an identity document. It will be explained at the counter.

# 窓口でしていただくことは、ありません。
lobby-next-accepted = There is nothing more for you to do at the counter.

# { $filing }：{ $fate }
lobby-filed = { $filing }: { $fate }

# 担当で確かめています
lobby-fate-open = being examined

# 受け付けられました
lobby-fate-accepted = accepted

# 直していただくところがあります
lobby-fate-come = something is to be corrected

# 受け付けられませんでした。わけと、これからできることは窓口でご説明します
lobby-fate-refused = not accepted. Why, and what you can do now, will be explained at the counter

# 窓口での対応は済んでいます
lobby-fate-settled = settled at the counter

# この手続は取り下げられています。
lobby-standing-withdrawn = This filing was withdrawn.

# もう一度出すときや、心あたりがないときは、窓口でおたずねください。
lobby-next-withdrawn = To file again, or if you did not know this, please ask at the counter.

# 取り下げられています
lobby-fate-withdrawn = withdrawn

# これでよい
lobby-right = All correct

# 窓口に渡す
lobby-hand-in = Hand in

# 終わる
lobby-finish = Finish

# Language
lobby-tool-language = Language

# 文字・色・音
lobby-tool-settings = Text & sound

# 読み上げる
lobby-tool-aloud = Read aloud

# 画面を隠す
lobby-tool-hide = Hide screen

# やめる
lobby-tool-end = Quit

# 画面の設定
lobby-settings-title = Screen settings

# 文字の大きさ
lobby-set-size = Text size

# 色
lobby-set-theme = Colors

# ボタンの場所
lobby-set-reach = Place of buttons

# 読み上げ
lobby-set-voice = Reading aloud

# 読む速さ
lobby-set-speed = Reading speed

# 音の大きさ
lobby-set-volume = Volume

# スイッチで選ぶ
lobby-set-switches = Choose with switches

# 小
lobby-size-small = Small

# 標準
lobby-size-normal = Standard

# 大
lobby-size-large = Large

# 特大
lobby-size-huge = Extra large

# 標準
lobby-theme-standard = Standard

# 白地に黒
lobby-theme-white = Black on white

# 黒地に黄
lobby-theme-dark = Yellow on dark

# ふつう
lobby-reach-usual = Usual

# 下のほう
lobby-reach-low = Lower

# 読まない
lobby-voice-off = Off

# 読む
lobby-voice-on = On

# ゆっくり
lobby-speed-slow = Slow

# ふつう
lobby-speed-usual = Normal

# 速く
lobby-speed-fast = Fast

# 小さく
lobby-volume-low = Low

# ふつう
lobby-volume-usual = Normal

# 大きく
lobby-volume-high = High

# 使わない
lobby-switches-none = Not used

# 2つ
lobby-switches-two = 2 switches

# 1つ
lobby-switches-one = 1 switch

# 設定を閉じる
lobby-settings-done = Close settings

# まだ続けますか
lobby-idle-title = Would you like to continue?

# あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-left = Your answers will be deleted and the first screen will return. Seconds left: { $n }

# もう少し時間がほしい
lobby-idle-more = I need more time

# 画面を隠しています
lobby-blank-title = The screen is hidden

# 画面を戻す
lobby-blank-back = Show the screen

# 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-people-limit = You can enter up to { $limit } people at a time. If there are more, please speak to our staff.

# { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-namesake = There are two or more people named { $person }. Please tell them apart by date of birth.

# 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-not-taken = “{ $field }” could not be taken from the card. Please enter it in a later question. { $why }

# この受付票の入力は、もう残っていません。職員にお声がけください。
notice-parked-gone = The answers for this number slip are no longer here. Please speak to our staff.

# 窓口で伺います
value-held = Staff will ask at the counter

# 暗証番号
secret-pin = PIN

# 読み取りの途中でカードが離れました。もう一度置いてください。
card-gone = The card was moved while it was being read. Please place it again.

# 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-licence = A driver’s license cannot be read here. You can continue without a card.

# 在留カードは読み取れません。カードなしで続けられます。
card-wrong-residence = A Residence Card cannot be read here. You can continue without a card.

# このカードは読み取れません。カードなしで続けられます。
card-wrong-unknown = This card cannot be read here. You can continue without a card.

# カードを読み取れません（{ $code }）。カードなしで続けられます。
card-unreadable = The card cannot be read ({ $code }). You can continue without a card.

# 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-no-reader = The card reader was not found ({ $code }). You can continue without a card.

# この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-blocked-pin = This PIN is locked after too many wrong tries. You can continue without a card.

# 暗証番号は4桁の数字です。もう一度入れてください。
card-bad-pin = The PIN has 4 digits. Please enter it again.

# 署名を書くところ
sign-pad = Place for your signature

## 使えないとき
# この端末は、いま使えません。窓口へお越しください。
lobby-closed = This terminal is out of order. Please go to the counter.
# この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。
lobby-closed-call = This terminal is out of order. Please go to the counter or call the number below.

## 家での準備

# { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-parts = { $read } of { $of } codes read. Still missing: no. { $missing }

# 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-no-code = This is not a code made at home, or only part of it was read. Please hold it to the reader again.

# この画像にコードが見つかりません。
preentry-picture = No code was found in this picture.

# このコードは壊れているため使えません。このまま画面で答えてください。
preentry-damaged = This code is damaged and cannot be used. Please answer here on the screen.

# このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-foreign-key = This code is not for this city, or it is too old. Please answer here on the screen.

# このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-version = This code was made with another version of the page. Please answer here on the screen.

# このコードは、別の市区町村のためのものです。
preentry-other-city = This code is for another city.

# このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-expired = This code is more than 30 days old. Please answer here on the screen.

# このコードの作成日が先の日になっています。職員にお声がけください。
preentry-future = The date of this code lies in the future. Please ask the staff.

# このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-used = This code has been used already. A code can be used only once.

# このコードは、別の手続のものです。
preentry-other-event = This code is for another procedure.

# 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-other-event = The code made at home is for another procedure. It was not used.

# 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-twice = A code made at home is in use already. The second one was not used.

# 家で作ったコードの答えは、使っていません。
notice-preentry-unused = The answers of the code made at home were not used.

# 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-unknown = These answers of the code made at home could not be used: { $keys }

# 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
notice-preentry-taken = The answers made at home for { $n } people were taken. Please check them later.

### the resident's screen at the counter

# いらっしゃいませ
resident-welcome = Welcome
# 職員が確認しています。少しお待ちください。
resident-waiting = A member of staff is checking. Please wait a moment.
# ご回答：{ $value }
resident-answer = Your answer: { $value }
# この画面でお答えください。様式に書かれない答えは、職員には見えません。
resident-answer-here = Please answer on this screen. Answers that are not written on a form are not shown to staff.
# これでよい
resident-answer-onward = This is right
# 内容をご確認ください
resident-check-title = Please check what we have written
# ちがうところは、職員にお知らせください。
resident-check-wrong = If something is wrong, please tell the member of staff.
# まちがいありません
resident-check-right = Everything is right
# ご確認ありがとうございました。
resident-check-thanks = Thank you for checking.
# この署名にする
resident-sign-accept = Use this signature
# 枠の中に名前を書いてください。
resident-sign-empty = Please write your name in the box.
# 受付が終わりました
resident-done = Your visit has been accepted
# 受付番号
resident-slip = Reception number
# 文字の大きさ
resident-larger = Text size
# 配色
resident-colours = Colours
# もう一度お願いします
resident-say-again = Once more, please
# わかりません
resident-say-unclear = I do not understand
# 筆談をお願いします
resident-say-write = Please write it down
# 通訳をお願いします
resident-say-interpreter = I need an interpreter
# 少し待ってください
resident-say-wait = Please wait a moment
# 少しお待ちください。
resident-phrase-wait = Please wait a moment.
# 書類を見せてください。
resident-phrase-papers = Please show me your papers.
# 本人確認の書類を見せてください。
resident-phrase-identity = Please show me a document that proves who you are.
# 暗証番号を入力してください。
resident-phrase-pin = Please enter your PIN.
# 筆談でお話しします。
resident-phrase-write = We will write to each other.
# 通訳を呼びます。
resident-phrase-interpreter = I will call an interpreter.
# 声は聞こえますか。
resident-phrase-hear = Can you hear me?
# 署名をお願いします。
resident-phrase-sign = Please sign.
# 手数料をお支払いください。
resident-phrase-pay = Please pay the fee.
# 次の窓口へお進みください。
resident-phrase-counter = Please go to the next counter.
# 書類を見る
resident-papers = See the papers
# 次の書類
resident-paper-next = Next paper
# 書類を閉じる
resident-papers-close = Close the papers

### the resident's own record on paper

# 私の記録
record-title = My record
# 受付番号 { $number }　{ $day }現在
record-about = Reception number { $number }, as of { $day }
# 全員について
record-all = About everyone
# この受付から外れた方
record-gone = A person who is no longer part of this case
# { $text }（{ $source }）
record-said = { $text } ({ $source })
# 送付
record-sent = Sent
# 送付先 { $place }　第{ $revision }版　送付済み
record-left = Sent to { $place }, version { $revision }
# 送付先 { $place }　第{ $revision }版　中継まで送った（まだ届いていない）
record-relayed = On its way to { $place }, not arrived yet, version { $revision }
# 送付先 { $place }　第{ $revision }版　まだ送っていない
record-waits = Not sent to { $place } yet, version { $revision }
# 操作の記録
record-looked = What was done with it
# 自動
record-source-system = set by the program
# 自動判定
record-source-derived = worked out by the program
# 別のカード
record-source-second_card = another card
# カード
record-source-card = card
# 転出証明書
record-source-extract = moving-out certificate
# 住民記録
record-source-register = resident register
# 書類
record-source-document = document
# 家での入力
record-source-preentry = entered at home
# ご本人入力
record-source-resident = entered by you
# 聞き取り
record-source-interview = told at the counter
# 内容を見た
record-did-looked = Viewed
# 確認した
record-did-confirmed = Confirmed
# 直した
record-did-corrected = Corrected
# 印刷した
record-did-printed = Printed
# 印刷できなかった
record-did-not-printed = Could not be printed
# 送付した
record-did-sent = Sent
# 届いたか分からない
record-did-unsure = Sent, not known whether it arrived
# 送付を保留した
record-did-held = Sending was put on hold
# 送付先の回答を受けた
record-did-answered = An answer was received
# 担当が替わった
record-did-taken-over = Taken over by other staff
# 案内票に印をつけた・消した
record-did-ticked = A mark on the guide sheet was changed
# 取り下げた
record-did-withdrawn = Withdrawn
# 消した
record-did-erased = Deleted
# 控えやファイルにした
record-did-copied = Copied or saved to a file
# ほかの操作をした
record-did-other = Other handling by staff
# { $what }（{ $by }）
record-by = { $what } ({ $by })
