### どの画面でも使う文（日本語）。値の言い方、答えの誤り、受付の中でのお知らせ。
list-between = 、
said-hidden = …

## 窓からのお知らせ
notice-signature-void = 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-card-expired = カードの有効期限が切れています。
notice-card-doubtful = カードの記載に、券面と見比べる文字があります。
notice-card-gone = 読み取りの途中でカードが離れました。何も取り込んでいません。
notice-card-wrong-secret = 番号が違います。
notice-card-bad-secret = 番号の桁数が違います。
notice-card-last-try = この番号は残り1回です。
notice-card-blocked = この番号は回数の上限に達したため使えません。
notice-card-wrong = マイナンバーカードではありません。
notice-card-unreadable = カードを読み取れません。
notice-card-no-reader = カードリーダーが見つかりません。
notice-not-taken = 「{ $field }」は取り込みませんでした。{ $why }聞き取りの質問で入力してください。
notice-people-limit = 一つの受付で扱えるのは{ $limit }人までです。これより多い人は加えていません。世帯を分けて受け付けてください。
notice-card-matched = { $person } さんのカードでした。{ $person } さんの欄に取り込みました。
notice-namesake = { $person } さんという方が2人以上います。生年月日で見分けてください。入力の誤りで同じ方が二重になっていれば、「この人を外す」で一方を外してください。
notice-nothing-taken = 何も取り込んでいません。
notice-decide-first = 先に、だれのカード・証明書かを決めてください。
decided-same = 同じ方と確認（{ $why }）
decided-another = 別の方と確認（{ $why }）
doubt-width = 氏名の全角・半角や大文字・小文字が違います
doubt-letters = 氏名の字形が違います
doubt-cut = 一方の氏名が、欄の長さで途中までになっています
doubt-alias = 一方は通称か旧氏です
doubt-order = 氏名の順序か、ミドルネームの有無が違います
doubt-reading = 読みは同じで、氏名の字が違います
doubt-script = 一方はローマ字の氏名か、仮名だけの氏名です
doubt-family-name = 名と生年月日は同じで、氏が違います
doubt-given-name = 氏と生年月日は同じで、名が違います（書き誤りか、双子などの別の方）
doubt-birth-spelling = 生年月日の表し方が違います
doubt-birth-missing = 一方は生年月日が分かりません
doubt-name-missing = 一方は氏名が分からないか、名だけです

## 聞き取り
account-short = 口座番号は7桁です（いま{ $count }桁）。
account-offered = 通帳の番号が短いときは、先頭に0を付けて{ $offer }と入れます
account-long = 口座番号は7桁です（いま{ $count }桁）。
account-yucho = ゆうちょ銀行のときは、金融機関名を「ゆうちょ銀行」にすると、記号と番号を尋ねて口座番号に直します
yucho-no-symbol = ゆうちょ銀行の記号として読めません。
yucho-symbol-shape = 1で始まり0で終わる5桁です（通帳の記号。後ろの「-1」などは入れません）
yucho-no-number = ゆうちょ銀行の番号として読めません。
yucho-number-shape = 8桁までの、1で終わる番号です（通帳の番号）
address-no-postal = 郵便番号として読めません。
address-postal-shape = 数字7桁か、空欄にします
address-postal-elsewhere = この郵便番号は、住所と別の場所のものです。
address-postal-or-place = 郵便番号か住所のどちらかを直してください。郵便番号は空けておくこともできます
address-no-city = 都道府県・市区町村として読めません。
address-city-shape = 都道府県と市区町村の名前だけを入れ、町・字と番地は次の欄に入れます
address-outside = この市の住所ではありません。
address-inside-only = { $city }の住所を入れます（市の外へ引っ越すときは転出の手続です）
address-inside = この市の中の住所です。
address-outside-only = { $city }の外の住所を入れます（市の中の引越しは転居の手続です）
address-no-prefecture = 都道府県がわかりません。
address-prefecture-first = 都道府県から入れます。国外の住所は、国名から入れます。
address-no-lot = 番地・号がありません。
address-lot-or-none = 続けて番地・号まで入れます。ないときは「番地なし」、わからないときは「番地不詳」と入れます。
address-open = 住所の一部が、町・字、番地・番・号、建物名のどの欄にも入っていません。
address-place-it = 住所の質問に戻り、残った部分を欄に入れます

## ヘルプ
notice-confirming = いま保存しています。終わるまでお待ちください。
notice-place-awaited = 受付番号か住所の確認を待っています。数秒待って、もう一度押してください。

## 読み取れない答え：何について
word-date = 日付
word-number = 番号
word-residence-card = 在留カード番号
word-postal = 郵便番号
word-phone = 電話番号
word-reading = フリガナ
word-name = 氏名
word-relation = 続柄

## 日付
date-unreadable = 日付として読めません。
date-spellings = 元号か西暦4桁の年から、S55.1.7、昭和55年1月7日、19800107のように入れます
date-no-month = { $month }月はありません。
date-months = 月は1から12までです
date-no-day = { $day }日はありません。
date-days = 日は1から31までです
date-no-year = { $year }年は入れられません。
date-years = 西暦{ $first }年から{ $latest }年までです
date-not-in-era = { $date }はありません。
date-era-runs = { $era }は元年{ $month }月{ $day }日からです
date-era-ran = { $era }は元年{ $month }月{ $day }日から{ $end }までです
date-other-era = { $bounds }。{ $date }ではありませんか
date-years-differ = 和暦と西暦の年が合っていません。
date-perhaps = { $year }年ではありませんか
date-month-day-missing = 月日まで入れてください。
date-month-day-unknown = 分からないときは「月日不詳」と続けます
date-month-missing = 月まで入れてください。
date-month-unknown = 分からないときは「月日不詳」と続けます
date-day-missing = 日まで入れてください。
date-day-unknown = 分からないときは「日不詳」と続けます
date-unknown-too-long = 不詳の表記が長すぎます。
date-unknown-limit = { $limit }文字までです（いま{ $count }文字）
date-off-calendar = { $date }は暦にない日です。
date-only-on-paper = 戸籍などの書類にこの日付がある場合だけ、このまま進めます
date-as-said = { $date }
date-with-year = { $date }（{ $year }年）
date-on-day = { $date }（{ $year }年）
date-on-western-day = { $date }
date-off = { $date }（暦にない日）
date-off-with-year = { $date }（{ $year }年・暦にない日）

## 番号と名前
digits-wrong-count = 数字{ $count }桁で入れてください。
digits-now = いま{ $count }文字です
my-number-seen = 個人番号（マイナンバー）のような12桁の数字があります。
my-number-not-here = ここには書けません
residence-card-wrong = 番号の形が違います。
residence-card-shape = 英字2文字、数字8桁、英字2文字です
phone-unreadable = 電話番号として読めません。
phone-shapes = 0から始まる10桁か11桁（03-1234-5678、090-1234-5678）、海外は+から始まる番号です
reading-missing = フリガナを入れてください。
reading-letters = 「{ $letters }」はフリガナに使えません。
reading-allowed = カタカナ（小さい文字とヴを含む）と長音「ー」が使えます
name-missing = { $where }を入れてください。
name-too-long = { $count }文字あります。
name-limit = { $limit }文字までです
name-controls = 表示できない文字が入っています。
name-no-controls = 改行やタブは使えません
name-not-divided = 氏名（フリガナ）は、この氏で始まっていません。
name-family-alone = 氏だけを入力するか、氏と名のあいだに空白を入れて入力してください

## 続柄
relation-missing = 続柄を入れてください。
relation-allowed = 世帯主、夫、妻、夫（未届）、妻（未届）、子、父、母、兄、姉、弟、妹、これらを「の」で4つまで、縁故者、同居人
relation-not-used = 「{ $word }」は住民票の続柄に使えません。
relation-write = { $what }と入れます
relation-too-far = 「の」でつなげるのは4つまでです。
relation-too-far-instead = それより遠いときは縁故者と入れます
relation-alone = 「{ $word }」は「の」でつなげません。
relation-stands-alone = { $word }は単独で使います
relation-one = { $one }
relation-either = { $one }か{ $other }
relation-any = { $options }のどれか
relation-such = { $options }など
relation-sons-wife = 子の妻（妻のときは妻）
relation-daughters-husband = 子の夫（養子縁組があるときは子）
relation-partner = 夫（未届）か妻（未届）か縁故者か同居人
relation-relatives = 父の兄のように「の」でつないだ続柄か、たどれないときは縁故者

## 答え
answer-unseen = 目に見えない文字（制御文字など）が入っています。
answer-seen = 消して入れ直してください。
answer-direction = 文字の向きを変える、目に見えない文字が入っています。
answer-private = 外字（その自治体だけの文字）が入っていて、この端末では何の字か分かりません。
answer-as-printed = 券面や証明書に印刷された字を見て入力してください。
answer-ditto = 「同上」のような言葉では、何と同じか決められません。
answer-ditto-in-words = 同じ内容でも、そのまま入れてください
answer-no-address = 住所として読めません。
answer-whole-address = 都道府県から、町名と番地まで入れてください
answer-too-long = 長すぎます（{ $count }文字）。
answer-letters = { $limit }文字まで
answer-too-great = 数が大きすぎます。
answer-most = 0から{ $limit }まで
answer-not-half = 半角で書けない文字が入っています。
answer-half = 半角の英字・数字・記号
answer-empty = まだ入っていません。
answer-may-be-held = わからないときは「わからない（保留）」
answer-future = 未来の日付は入れられません。
answer-today-or-before = 今日かそれより前の日
answer-on-calendar = 暦にある日を入れます
answer-no-yes-no = はい・いいえのどちらかで答えてください。
answer-yes-or-no = はい、いいえ
answer-no-number = 数字で入れてください。
answer-whole-number = 0以上の整数（9桁まで）
answer-not-listed = 選択肢にありません。
answer-listed = { $options }
answer-member = この世帯の方の名前か番号（p1、p2 …）
answer-not-of-them = この方は、この質問の対象の方ではありません。
answer-of-them = 対象の方（異動する方など、一覧に出ている方）の名前か番号
answer-members = 全員、なし、この世帯の方の名前か番号（p1、p2 …）
answer-signature = 署名は署名欄に書きます。

## 値
value-yes = はい
value-no = いいえ
value-none = なし
value-held = わからない（保留）
value-unseen = 回答済み
value-signed = 署名済み
value-everybody = 全員
value-several = { $each }
person-nth = { $n }人目
person-born = { $name }（{ $day }生）
person-born-unknown = { $name }（{ $n }人目・生年月日未確認）
label-about = { $label }（{ $person }）
question-about = { $person }：{ $question }
group-about-all = 届出・引越し・世帯
deadline-closed = （この日は閉庁日です。その前の開庁日までに）
deadline-rolled = （{ $date }は閉庁日のため）
deadline-until = { $date }まで
deadline-days-after = 「{ $start }」の翌日から{ $n }日以内
deadline-days-from = 「{ $start }」の日を含めて{ $n }日以内
deadline-months-after = 「{ $start }」の翌日から{ $n }か月以内
deadline-months-from = 「{ $start }」の日を含めて{ $n }か月以内
deadline-years-after = 「{ $start }」の翌日から{ $n }年以内
deadline-years-from = 「{ $start }」の日を含めて{ $n }年以内

## 記載台
notice-nothing-said = まだ答えがありません。答えを入れるか、わからないときは「わからない」を押してください。
notice-refused-here = この答えは、このままでは受け付けられません。直すか、わからないときは「わからない」を押してください。
notice-not-kept = いま、答えを窓口に渡せませんでした。答えは消えていません。もう一度押すか、職員を呼んでください。
notice-asked-often = 続けて調べることはできません。{ $n }秒たってから、もう一度押してください。
