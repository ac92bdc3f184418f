### 画面のことば（日本語）。住民と窓口職員が見る文字はすべてここにある。

window-title = 書かない窓口
starting = 窓口の画面を準備しています…
mock = 模擬
list-item = ・{ $what }

## 手順
step-interview = 聞き取り
step-plan = 手続
step-check = 確認
step-sign = 署名
step-done = 完了
step-here = 手順{ $n } { $name }（いまここ）
step-past = 手順{ $n } { $name }（済み）
step-ahead = 手順{ $n } { $name }（これから）
slip = 受付番号 { $number }

## 送付待ちと表示
outbox-empty = 送付待ち なし
outbox-waiting = 送付待ち { $n }件・最長{ $age }
outbox-old = 送付待ち { $n }件・最長{ $age }
outbox-held = 送付待ち { $n }件・保留 { $held }件
age-minutes = { $n }分
age-hours = { $n }時間
text-size = 文字 { $size }
size-small = 小
size-normal = 標準
size-large = 大
size-huge = 特大
theme = 配色 { $name }
theme-standard = 標準
theme-white = 白地に黒
theme-dark = 黒地に黄

## キー
key-f1 = ヘルプ
key-f2 = カード
key-f3 = 転出証明
key-f4 = 保留
key-f5 = 聞き取り
key-f6 = 手続
key-f7 = 確認
key-f8 = 署名
key-f9 = 確定
key-f10 = 印刷
back = 戻る
onward-start = はじめる
onward-interview = 手続の一覧へ
onward-plan = 内容の確認へ
onward-check = 署名へ
onward-sign = 確認して確定する
onward-done = 次の方へ
onward-changed = 変更して確認に戻る

## 窓からのお知らせ
start-first = 先に、ご用件を選んでください。
hold-where = 「保留」は聞き取りの画面で使います。F5 で聞き取りに戻ります。
confirm-where = 確定は署名の画面で行います。F8 で署名の画面に進んでください。
confirm-done = この受付は確定済みです。
print-where = 印刷は確定のあとで行います。F8 で署名に進み、F9 で確定してください。
after-done = この受付は確定済みです。「次の方へ」を押すと新しい受付を始められます。
notice-code = { $text }（{ $code }）
notice-questions-open = まだ聞き取っていない質問か、埋まっていない欄があります。F5 で聞き取りに戻り、答えるか「わからない（保留）」にしてください。
notice-conflicts-open = 食い違いが残っています。F7 の確認の画面で、どちらが正しいかを選んでください。
notice-signatures-open = 署名がまだの方がいます。署名するか、「紙に署名する」を選んでください。
notice-signature-void = 内容が変わったため、署名を取り消しました。もう一度署名してください。
notice-conflict-needs-reason = 食い違いを決めるには、理由を入力してください。
notice-card-other-address = カードの住所は届出前の住所です。新しい住所は聞き取りで確かめてください。
issues-title = 確認が必要なところが { $n } 件あります
issues-more = ほかに { $n } 件あります。
issue-link = { $where }：{ $text }
site-error = { $what }{ $mend }（職員用コード { $code }）

## はじめ
start-title = 本日はどのようなご用件ですか
start-how = 当てはまるものを選ぶと、受付が始まります。

## 聞き取り
interview-title = { $event }の聞き取り
interview-left = あと { $n } 問
interview-none-left = すべて聞き取りました
nav-left = { $label }（あと{ $n }）
nav-done = { $label }（済み）
hold = わからない（保留）
held-take-back = 保留をやめて答える
approve = 確認した
approve-source = { $source }のとおりで間違いない
revise = 直す
about = { $question }：{ $act }
echo = → { $value }
name-as-printed = 印字：{ $name }
choose = 選んでください
yes = はい
no = いいえ
none-of-them = なし（該当なし）
choice-chosen = { $question }：{ $answer }（選択中）
choice-open = { $question }：{ $answer }
cancel = やめる
address-postal = 郵便番号（7桁）
address-city = 都道府県・市区町村
address-town = 町・字
address-number = 番地・番・号
postal-unknown = この郵便番号は見つかりません。住所をそのまま入力してください。

## 状態と出所
state-held = 保留
state-conflict = 食い違い
state-wrong = 読み取れません
state-said = { $source }の記載・要確認
source-system = 自動
source-derived = 自動判定
source-card = カード
source-extract = 転出証明書
source-document = 書類
source-resident = ご本人入力
source-interview = 聞き取り

## 世帯の表
grid-name = 世帯の表。矢印キーで移り、Enter で答えます
grid-not-asked = —
grid-nth = { $n }人目
person-add = 世帯の人を追加
person-remove = この人を外す
person-remove-yes = 外す
person-remove-sure = { $name } さんを届出から外しますか。聞き取った内容は使われなくなります。
person-remove-which = 届出人は外せません。表で、外したい人の列を選んでください。

## 様式
paper-accessible = 記入中の様式。記入欄を押すと、その質問に移ります
paper-tabs = 様式の切り替え
paper-count = { $filled } / { $total } 欄
paper-none = 聞き取りが進むと、ここに様式が現れます。
paper-missing = 未記入 { $n } 欄
paper-full = 記入欄はすべて埋まりました
zoom-in = 拡大
zoom-out = 縮小
zoom-fit = 幅に合わせる
box-source = 出所：{ $source }
box-source-time = 出所：{ $source }（{ $time }）
box-missing = 空欄：まだ聞き取っていません（{ $what }）
box-held = 空欄：保留中です（{ $what }）
box-blank = 空欄：窓口や担当課で記入する欄です
box-not-applicable = 空欄：今回は該当しません

## 手続
plan-title = 必要な手続
plan-summary = 必要 { $needed } 件・確認中 { $open } 件
plan-late = 期限の日を過ぎています
plan-late-explained = 期限を過ぎていても届出はできます。このまま進めてください。
plan-persons = 対象の方
plan-missing = 確認すること
plan-deadline = 期限
plan-department = 担当課
plan-fee = 手数料
plan-who = 届出できる方
plan-bring = 持ち物
plan-forms = 様式
plan-guide = ご案内
plan-law = 根拠
plan-not-needed = 今回は不要な手続
need-needed = 必要
need-undecided = 確認中
need-held = 保留
need-not_needed = 不要

## 確認
check-title = 内容の確認
check-how = 住民の方に画面を見ていただくか、読み上げて確認してください。
check-empty = （記載なし）
check-changed = 変更あり
check-said = カードや転出証明書の記載は、ご本人に確かめてから使います。
check-approve = 記載 { $n } 件をご本人に確認した
change = 変更
change-what = { $person } { $label } を変更
conflict-title = 食い違いがあります：{ $label }
conflict-saying = { $source }：{ $text }
conflict-reason = 選んだ理由
conflict-reason-1 = ご本人に確認した
conflict-reason-2 = 証明書の原本で確認した
conflict-reason-3 = 引越しで住所が変わった
conflict-settle = この内容に決める
conflict-choose = どちらの内容が正しいかを選んでください。
conflict-why = 選んだ理由を入力してください。

## 署名
sign-title = 署名
sign-how = 枠の中に、ペンか指かマウスでお名前を書いていただきます。
sign-nobody = 署名が必要な様式はありません。内容に間違いがなければ確定してください。
sign-documents = 署名する様式：{ $what }
sign-pad = 署名を書く枠
sign-accept = この署名にする
sign-clear = 書き直す（クリア）
sign-glass = 画面に署名する
sign-paper = 紙に署名する
sign-empty = 署名がまだ書かれていません。枠の中に書くか、「紙に署名する」を選んでください。
sign-done = 署名済み
sign-on-paper = 印刷後に紙へ署名
sign-open = 署名待ち
sign-left = 署名がまだの方がいます（{ $who }）。署名するか、「紙に署名する」を選んでください。

## 完了
done-title = 受付が完了しました
done-slip = 受付番号
print-title = 印刷
print-packet = 一式を印刷
print-slip = 受付票を印刷
print-queued = 印刷を待っています。
print-printing = 印刷しています。
print-done = 印刷が終わりました。枚数を確かめてお渡しください。
print-failed = 印刷できませんでした。用紙とプリンターの表示を確かめて、もう一度印刷してください。受付の内容は保存されています。
print-unknown = 印刷が終わったか確かめられません。紙は出ましたか。
print-came-out = 出ました
print-not-out = 出ていません
save-title = 保存
save-folder = 保存先のフォルダー
save-packet = 一式を保存
save-where = 保存先のフォルダーを入力してください。
save-busy = 保存しています。
save-done = { $n } 個のファイルを保存しました：{ $folder }

## カード
card-title = カードの読み取り
mock-ribbon = 模擬 ― 練習用のカードです
card-samples = カードを選んで差し込みます
card-for-whom = どなたのカードですか
card-done-for = { $name } ✓
card-which-secret = どの番号で読みますか
secret-pin = 暗証番号
secret-number-b = 照合番号B
card-type-pin = 暗証番号（4桁）を入力してください
card-type-number-b = 照合番号B（14桁：生年月日6桁・有効期限の西暦4桁・セキュリティコード4桁）を入力してください
card-read-button = 読み取る
card-spend = 最後の1回を使う
card-keep = 使わずに別の方法にする
card-remove = カードを抜く
card-by-hand = カードを使わず手で入力する
card-kept = 残り1回のまま残しました。もう一方の番号で読むか、手で入力してください。
card-tries = 残り回数　暗証番号 { $pin }回・照合番号B { $number }回
card-expires = 有効期限　{ $day }
card-expired = カードの有効期限が切れています。記載を参考にし、住所と氏名をほかの書類でも確かめてください。
card-doubtful = 次の文字は券面と見比べてください：{ $letters }
card-read = 読み取りました。記載の内容をご本人に確かめてください。
card-busy = 読み取っています。カードを動かさないでください。
card-slow = 5秒たっても応答がありません。待つか、カードを抜いて差し直すか、手で入力してください。
card-no-person = どなたのカードかを選んでください。
card-wrong-secret = { $secret }が違います。残り { $tries } 回です。番号を確かめて、もう一度入力してください。
card-last-try = { $secret }は残り1回です。間違えると使えなくなります。まだ1回も使っていません。
card-blocked-pin = 暗証番号は回数の上限に達したため使えません。照合番号Bで読むか、手で入力してください。暗証番号の再設定は市民課で案内してください。
card-blocked-number-b = 照合番号Bは回数の上限に達したため使えません。暗証番号で読むか、手で入力してください。
card-bad-pin = 暗証番号は数字4桁です。カードには送っていないので、回数は減っていません。
card-bad-number-b = 照合番号Bは数字14桁です。カードには送っていないので、回数は減っていません。
card-gone = 読み取りの途中でカードが離れました。何も取り込んでいません。置き直して、もう一度読み取ってください。
card-wrong-licence = 運転免許証です。マイナンバーカードを置くか、手で入力してください。
card-wrong-residence = 在留カードです。マイナンバーカードを置くか、手で入力してください。
card-wrong-unknown = マイナンバーカードではありません。カードの種類を確かめるか、手で入力してください。
card-unreadable = カードを読み取れません。ICの汚れを拭いて置き直し、だめなら手で入力してください。（職員用コード { $code }）
card-no-reader = カードリーダーが見つかりません。接続を確かめるか、手で入力してください。（職員用コード { $code }）
reader-empty = カードは入っていません。
reader-card = カードが入っています。
reader-busy = カードを読み取っています。

## 転出証明書
extract-title = 転出証明書の取り込み
extract-how = 受信フォルダーに届いた転出証明書情報を選びます。取り込んだ内容は「転出証明書の記載」として、ご本人に確認します。
extract-none = 受信フォルダーに届いているものはありません。
extract-again = 一覧を更新する
extract-path = ファイルの場所
extract-read = このファイルを読む
extract-which = ファイルを選ぶか、場所を入力してください。
extract-done = { $n } 人分の記載を取り込みました。内容をご本人に確認してください。
extract-faults = このファイルは取り込めません。
side-close = 閉じる（Esc）

## ヘルプ
help-title = ヘルプ
help-keys-title = キー操作
help-typing-title = 入力のしかた
help-f1-key = F1
help-f1 = このヘルプを開く・閉じる
help-f2-key = F2
help-f2 = カードの読み取り
help-f3-key = F3
help-f3 = 転出証明書の取り込み
help-f4-key = F4
help-f4 = わからない質問を保留にして次へ進む
help-f5-key = F5
help-f5 = 聞き取り
help-f6-key = F6
help-f6 = 手続の一覧
help-f7-key = F7
help-f7 = 内容の確認
help-f8-key = F8
help-f8 = 署名
help-f9-key = F9
help-f9 = 確定（署名の画面で）
help-f10-key = F10
help-f10 = 一式を印刷（確定のあとで）
help-enter-key = Enter
help-enter = 次の未回答の質問へ進む
help-tab-key = Tab
help-tab = 次の入力欄やボタンへ移る
help-arrows-key = 矢印
help-arrows = 選択肢や表のマスを移る（選ぶのは Space か Enter）
help-digits-key = 1〜9
help-digits = 選択肢を上から数えた番号で選ぶ
help-esc-key = Esc
help-esc = 右側の画面を閉じて様式に戻る
help-text-key = Ctrl + プラス
help-text = 文字を大きくする（マイナスで小さく、0 で元に戻す）
help-date-key = 日付
help-date = S55.1.7、昭55/1/7、19800107 のどれでも入力できます
help-kana-key = フリガナ
help-kana = ひらがなで打つとカタカナになります
help-address-key = 住所
help-address = 郵便番号7桁を打つと町・字まで入ります
help-hold-key = わからない
help-hold = 「わからない（保留）」にすると、担当課で後から確認します
help-paper-key = 様式
help-paper = 記入欄を押すと、その質問に移ります
