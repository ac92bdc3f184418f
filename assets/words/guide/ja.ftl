### 受付案内票のことば（日本語）

title = 受付案内票
number = 受付番号
date = { $wareki }
intro = ①から順に窓口をまわり、この票を見せてください。済んだ手続には窓口で印をつけます。
total = 窓口 { $stops }か所・手続 { $procedures }件・窓口での時間の目安 { $minutes }分（待ち時間は入りません）
nothing = まわる窓口はありません。
floor-up = { $n }階
floor-down = 地下{ $n }階
counter-number = { $counter }番窓口
counter-name = { $counter }
no-place = 場所は総合案内でお尋ねください
minutes = 目安 { $n }分
people = （{ $n }人分）
deadline = いつまで：{ $text }
by = { $date }まで
late = 期限を過ぎています。窓口でご相談ください。
bring = 持ち物：{ $list }
missing = まだ確認していない書類：{ $list }
filer = 届出できる方を窓口で確認します。
join = 、
continued = （つづき）
pages = { $n }/{ $of }ページ
note-review = 届出の内容は職員が審査します。この票は受理の証明ではありません。
note-lost = わからないことは、窓口か総合案内でお尋ねください。
