### input boards

board-kana = かな
board-kana-name = ひらがな
board-katakana = カナ
board-katakana-name = カタカナ
board-letters = 英字
board-letters-name = 英字
board-digits = 数字
board-digits-name = 数字
board-symbols = 記号
board-symbols-name = 記号
board-from-left = 左から
board-from-left-name = 「あ」を左に並べる
board-from-right = 右から
board-from-right-name = 「あ」を右に並べる
board-delete = 1字消す
board-clear = 全部消す
board-space = 空白
board-space-name = 空白
board-voiced = 濁点をつける
board-half-voiced = 半濁点をつける
board-small = 小さい字にする
board-small-letters = 小文字
board-capitals = 大文字
board-hyphen = ハイフン
board-page-before = 前の一覧
board-page-next = 次の一覧
board-page = { $page }／{ $pages }
board-take-back = 1つ戻す
board-letter-by-letter = 1字ずつ
board-whole-words = まとめて
board-other-shapes = 字の形
board-in-hiragana = ひらがな
board-in-katakana = カタカナ
board-other-reading = 別の読み
board-not-here = ここにない
board-offer-rest = { $text }。残りの読みは{ $rest }
board-to-kanji = 漢字
board-as-written = そのまま
board-chosen = { $answer }、選択済み
board-not-chosen = { $answer }、未選択
board-yes = はい
board-no = いいえ
board-fewer = 1つ減らす
board-more = 1つ増やす
board-era-1 = 令和
board-era-2 = 平成
board-era-3 = 昭和
board-era-4 = 大正
board-era-5 = 西暦
board-year = { $number }年
board-month = { $number }月
board-day = { $number }日
board-empty = 未入力の
board-first-year = 元年
board-date-echo = { $wareki }（{ $year }年{ $month }月{ $day }日）
board-postal-type = 7桁の郵便番号を入れてください。
board-postal-choose = 町の名前を選んでください。
board-postal-unknown = この郵便番号は見つかりません。番号を確かめてください。
board-address-postal = { $name }の郵便番号
board-address-lot = { $name }の番地
board-address-building = { $name }の建物の名前と部屋番号
board-address-lot-ask = 続きの番地を入れてください。
board-address-building-ask = 建物の名前と部屋番号（なければ次へ）
board-address-self-ask = 都道府県から番地まで書いてください。
board-write-myself = 自分で書く

### 記載台

lobby-window-title = 書かない窓口　記載台
lobby-preparing = 準備しています。少しお待ちください。
lobby-broken = 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。

## 場所ごとの見出し
lobby-language-title = ことばを選んでください
lobby-language-hint = 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-stays = 選び直しても、ここまでの答えは消えません。
lobby-purpose-title = 今日は、どのご用件ですか
lobby-people-title = この届出は、全部で何人についてですか
lobby-people-hint = あなたも、その方に入るときは数えてください。
lobby-card-title = マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-hint = カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-whose-title = このカードは、どなたのものですか
lobby-whose-hint = もう入力した方と、カードの方が違うようです。
lobby-whose-pair = 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-same = 同じ人です
lobby-whose-another = 別の人です（この届出に加える）
lobby-whose-agent = 届出に来た代理人のカードです
lobby-whose-back = このカードは使いません
lobby-check-title = 答えを確かめてください
lobby-check-hint = 違うところがあれば、その欄に触れて直してください。
lobby-check-usual = 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-held = 次のことは、窓口で伺います：{ $what }
lobby-check-from = 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-sign-title = 署名をお願いします
lobby-sign-who = { $person } さん（{ $papers }）
lobby-sign-done = 署名がそろいました。
lobby-sign-missing = 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-again = 書き直す
lobby-sign-later = 署名は窓口で
lobby-sign-counter = 署名は窓口でお願いします
lobby-sign-open = 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-keeping-title = 窓口に渡しています
lobby-keeping-hint = そのままお待ちください。
lobby-slip-title = 受付番号
lobby-slip-hint = 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-staff-title = 職員がご案内します
lobby-staff-hint = 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hand-in = ここまでの答えを窓口に渡す
lobby-staff-end = 答えを消して終わる

## 質問
lobby-about = { $person } について：{ $question }
lobby-left = このあとの質問は、あと{ $n }問です。
lobby-said-by-card = カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-before = 今の答え：{ $text }
lobby-none = ありません
lobby-row-about = { $about }・{ $label }
lobby-row-change = { $about } { $label } { $text }　変更する
lobby-change = 変更
lobby-from-card = カード
lobby-from-home = 家での入力
lobby-from-paper = 書類
lobby-usual = ふつうの答え
lobby-row-from = { $label }（{ $from }）

## カード
lobby-pin = 4桁の暗証番号
lobby-card-put = カードを読み取り機に置いてください。
lobby-card-known = カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-pin = 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-read = 読み取る
lobby-card-out = カードをやめる
lobby-card-busy = 読み取っています。カードを動かさないでください。
lobby-card-thanks = 読み取りました。カードをお取りください。
lobby-card-wrong = 番号が違います。残り{ $tries }回です。
lobby-card-last-try = 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-spend = はい、最後の1回を使う
lobby-card-keep = いいえ、カードなしで続ける
lobby-card-unready = 読み取り機が使えません。カードなしで続けられます。

## 受付票
lobby-code-name = 受付票のコード
lobby-go-to = { $place } へお越しください
lobby-go-staff = 総合案内で番号をお見せください
lobby-minutes = 窓口での時間の目安は、合わせて約{ $n }分です
lobby-bring = お持ちになるもの：{ $what }
lobby-printing = 番号の紙を印刷しています
lobby-print-queued = 番号の紙を印刷しています
lobby-print-printing = 番号の紙を印刷しています
lobby-print-done = 番号の紙をお取りください
lobby-print-failed = 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。

## ボタン
lobby-back = 戻る
lobby-next = 次へ
lobby-staff = 職員に聞く
lobby-put-off = わからない
lobby-wonder = どれかわからない
lobby-right = これでよい
lobby-hand-in = 窓口に渡す
lobby-finish = 終わる
lobby-tool-language = Language
lobby-tool-settings = 文字・色・音
lobby-tool-aloud = 読み上げる
lobby-tool-hide = 画面を隠す
lobby-tool-end = やめる

## 画面の設定
lobby-settings-title = 画面の設定
lobby-set-size = 文字の大きさ
lobby-set-theme = 色
lobby-set-reach = ボタンの場所
lobby-set-voice = 読み上げ
lobby-set-speed = 読む速さ
lobby-set-volume = 音の大きさ
lobby-set-switches = スイッチで選ぶ
lobby-size-small = 小
lobby-size-normal = 標準
lobby-size-large = 大
lobby-size-huge = 特大
lobby-theme-standard = 標準
lobby-theme-white = 白地に黒
lobby-theme-dark = 黒地に黄
lobby-reach-usual = ふつう
lobby-reach-low = 下のほう
lobby-voice-off = 読まない
lobby-voice-on = 読む
lobby-speed-slow = ゆっくり
lobby-speed-usual = ふつう
lobby-speed-fast = 速く
lobby-volume-low = 小さく
lobby-volume-usual = ふつう
lobby-volume-high = 大きく
lobby-switches-none = 使わない
lobby-switches-two = 2つ
lobby-switches-one = 1つ
lobby-settings-done = 設定を閉じる

## 離れているとき
lobby-idle-title = まだ続けますか
lobby-idle-left = あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-more = もう少し時間がほしい
lobby-blank-title = 画面を隠しています
lobby-blank-back = 画面を戻す

## ほかの画面と違う言い方
notice-people-limit = 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-namesake = { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-not-taken = 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-parked-gone = この受付票の入力は、もう残っていません。職員にお声がけください。
value-held = 窓口で伺います
secret-pin = 暗証番号
card-gone = 読み取りの途中でカードが離れました。もう一度置いてください。
card-wrong-licence = 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-residence = 在留カードは読み取れません。カードなしで続けられます。
card-wrong-unknown = このカードは読み取れません。カードなしで続けられます。
card-unreadable = カードを読み取れません（{ $code }）。カードなしで続けられます。
card-no-reader = 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-blocked-pin = この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-bad-pin = 暗証番号は4桁の数字です。もう一度入れてください。
sign-pad = 署名を書くところ

## 使えないとき
lobby-closed = この端末は、いま使えません。窓口へお越しください。
lobby-closed-call = この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。

## 家での準備
preentry-parts = { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-no-code = 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-picture = この画像にコードが見つかりません。
preentry-damaged = このコードは壊れているため使えません。このまま画面で答えてください。
preentry-foreign-key = このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-version = このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-other-city = このコードは、別の市区町村のためのものです。
preentry-expired = このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-future = このコードの作成日が先の日になっています。職員にお声がけください。
preentry-used = このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-other-event = このコードは、別の手続のものです。
notice-preentry-other-event = 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-twice = 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-unused = 家で作ったコードの答えは、使っていません。
notice-preentry-unknown = 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-taken = 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
