### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = ひらがな
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = カタカナ
# 英字
board-letters = ABC
# 英字
board-letters-name = アルファベット
# 数字
board-digits = 123
# 数字
board-digits-name = すうじ
# 記号
board-symbols = きごう
# 記号
board-symbols-name = きごう
# 左から
board-from-left = ひだり から
# 「あ」を左に並べる
board-from-left-name = 「あ」を ひだりに ならべる
# 右から
board-from-right = みぎ から
# 「あ」を右に並べる
board-from-right-name = 「あ」を みぎに ならべる
# 1字消す
board-delete = 1つ けす
# 全部消す
board-clear = ぜんぶ けす
# 空白
board-space = ␣
# 空白
board-space-name = あける
# 濁点をつける
board-voiced = てんてん（゛）を つける
# 半濁点をつける
board-half-voiced = まる（゜）を つける
# 小さい字にする
board-small = ちいさい じに する
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = よこの ぼう
# 前の一覧
board-page-before = まえの ページ
# 次の一覧
board-page-next = つぎの ページ
# { $page }／{ $pages }
board-page = { $page }／{ $pages }
# 1つ戻す
board-take-back = 1つ もどす
# 1字ずつ
board-letter-by-letter = 1もじずつ
# まとめて
board-whole-words = まとめて
# 字の形
board-other-shapes = じの かたち
# ひらがな
board-in-hiragana = ひらがな
# カタカナ
board-in-katakana = カタカナ
# 別の読み
board-other-reading = べつの よみ
# ここにない
board-not-here = ここに ない
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }。のこりの よみは { $rest }
# 漢字
board-to-kanji = かんじ
# そのまま
board-as-written = そのまま
# { $answer }、選択済み
board-chosen = { $answer }、えらびました
# { $answer }、未選択
board-not-chosen = { $answer }、えらんで いません
# はい
board-yes = はい
# いいえ
board-no = いいえ
# 1つ減らす
board-fewer = 1つ へらす
# 1つ増やす
board-more = 1つ ふやす
# 令和
board-era-1 = れいわ
# 平成
board-era-2 = へいせい
# 昭和
board-era-3 = しょうわ
# 大正
board-era-4 = たいしょう
# 西暦
board-era-5 = せいれき
# { $number }年
board-year = { $number }ねん
# { $number }月
board-month = { $number }がつ
# { $number }日
board-day = { $number }にち
# 未入力の
board-empty = まだ ない
# 元年
board-first-year = 1ねんめ（元）
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $wareki }（{ $year }ねん { $month }がつ { $day }にち）
# 7桁の郵便番号を入れてください。
board-postal-type = ゆうびんばんごうを 7つの すうじで いれて ください。
# 町の名前を選んでください。
board-postal-choose = まちの なまえを えらんで ください。
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = この ゆうびんばんごうは ありません。ばんごうを たしかめて ください。
# { $name }の郵便番号
board-address-postal = { $name }の ゆうびんばんごう
# { $name }の番地
board-address-lot = { $name }の ばんち
# { $name }の建物の名前と部屋番号
board-address-building = { $name }の たてものの なまえと へやの ばんごう
# 続きの番地を入れてください。
board-address-lot-ask = つづきの ばんちを いれて ください。
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = たてものと へやの ばんごう（なければ つぎへ）
# 都道府県から番地まで書いてください。
board-address-self-ask = けんの なまえから ばんちまで かいて ください。
# 自分で書く
board-write-myself = じぶんで かく

### 記載台

# 書かない窓口　記載台
lobby-window-title = 書（か）かない 窓口（まどぐち）

# 準備しています。少しお待ちください。
lobby-preparing = 準備（じゅんび）して います。少（すこ）し 待（ま）って ください。

# 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。
lobby-broken = すみません。この 画面（がめん）は もう 使（つか）えません。市役所（しやくしょ）の 人（ひと）が 手伝（てつだ）います。窓口（まどぐち）へ 来（き）て ください。

# ことばを選んでください
lobby-language-title = ことばを 選（えら）んで ください

# 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-hint = 紙（かみ）に 書（か）かないで 手続（てつづき）が できます。画面（がめん）に さわって、質問（しつもん）に 答（こた）えて ください。

# 選び直しても、ここまでの答えは消えません。
lobby-language-stays = ことばを 変（か）えても、ここまでの 答（こた）えは 消（き）えません。

# 今日は、どのご用件ですか
lobby-purpose-title = 今日（きょう）は 何（なに）を しに 来（き）ましたか

# この届出は、全部で何人についてですか
lobby-people-title = この 届（とど）けは、みんなで 何人（なんにん）の ことですか

# あなたも、その方に入るときは数えてください。
lobby-people-hint = あなたの ことも 届（とど）けるときは、あなたも 数（かぞ）えて ください。

# マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-title = マイナンバーカードが あると、名前（なまえ）などを 入（い）れなくて いいです

# カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-card-hint = カードが なくても 続（つづ）けられます。カードが ないときは「次（つぎ）へ」を 押（お）して ください。

# このカードは、どなたのものですか
lobby-whose-title = これは だれの カードですか

# もう入力した方と、カードの方が違うようです。
lobby-whose-hint = さっき 入（い）れた 人（ひと）と、カードの 人（ひと）が 違（ちが）うようです。

# 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-pair = さっき 入（い）れた 人（ひと）：{ $known } カードの 人（ひと）：{ $read }

# カードの方：{ $read }
lobby-whose-read = カードの 人（ひと）：{ $read }

# 同じ人です
lobby-whose-same = 同（おな）じ 人（ひと）です

# 別の人です（この届出に加える）
lobby-whose-another = 別（べつ）の 人（ひと）です（この 届（とど）けに 入（い）れます）

# 届出に来た代理人のカードです
lobby-whose-agent = 代（か）わりに 来（き）た 人（ひと）（代理人（だいりにん））の カードです

# このカードは使いません
lobby-whose-back = この カードは 使（つか）いません

# 答えを確かめてください
lobby-check-title = 答（こた）えが 正（ただ）しいか 見（み）て ください

# 違うところがあれば、その欄に触れて直してください。
lobby-check-hint = 違（ちが）うところが あれば、そこに さわって 直（なお）して ください。

# 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-usual = 「ふつうの 答（こた）え」は、聞（き）かないで 入（い）れました。違（ちが）う ところは、さわって 直（なお）して ください。

# 次のことは、窓口で伺います：{ $what }
lobby-check-held = これは、窓口（まどぐち）で 聞（き）きます：{ $what }

# 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-check-from = 何（なに）も 書（か）いて いない ところは「{ $from }」です。違（ちが）う ところは、さわって 直（なお）して ください。

# { $title }（{ $place }）
lobby-check-page = { $title }（{ $place }）

# 署名をお願いします
lobby-sign-title = 名前（なまえ）を 書（か）いて ください（署名（しょめい））

# { $person } さん（{ $papers }）
lobby-sign-who = { $person }さん（{ $papers }）

# 署名がそろいました。
lobby-sign-done = みんな 名前（なまえ）を 書（か）きました。

# 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-missing = 四角（しかく）の 中（なか）に 名前（なまえ）を 書（か）くか、「窓口（まどぐち）で 書（か）く」を 押（お）して ください。

# 書き直す
lobby-sign-again = もう一度（いちど） 書（か）く

# 署名は窓口で
lobby-sign-later = 窓口（まどぐち）で 書（か）く

# 署名は窓口でお願いします
lobby-sign-counter = 名前（なまえ）は 窓口（まどぐち）で 書（か）いて ください（署名（しょめい））

# 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-sign-open = 窓口（まどぐち）で 確（たし）かめる ことが、まだ あります。今（いま）までの 答（こた）えは 窓口（まどぐち）に 届（とど）きます。窓口（まどぐち）で 残（のこ）りを 確（たし）かめてから、名前（なまえ）を 書（か）いて ください。

# 窓口に渡しています
lobby-keeping-title = 窓口（まどぐち）に 渡（わた）して います

# そのままお待ちください。
lobby-keeping-hint = そのまま 待（ま）って ください。

# 受付番号
lobby-slip-title = あなたの 番号（ばんごう）

# 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-slip-hint = 番号（ばんごう）の 紙（かみ）を 取（と）って、窓口（まどぐち）へ 来（き）て ください。手続（てつづき）は まだ 終（お）わって いません。

# 職員がご案内します
lobby-staff-title = 市役所（しやくしょ）の 人（ひと）が 手伝（てつだ）います

# 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hint = 近（ちか）くの 市役所（しやくしょ）の 人（ひと）に 話（はな）すか、窓口（まどぐち）へ 来（き）て ください。

# ここまでの答えを窓口に渡す
lobby-staff-hand-in = ここまでの 答（こた）えを 窓口（まどぐち）に 渡（わた）す

# 答えを消して終わる
lobby-staff-end = 答（こた）えを 消（け）して 終（お）わる

# { $person } について：{ $question }
lobby-about = { $person }に ついて：{ $question }

# このあとの質問は、あと{ $n }問ほどです。
lobby-left = 質問（しつもん）は あと { $n }個（こ）くらいです。

# カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-by-card = カードには こう 書（か）いて あります：{ $text }。正（ただ）しければ「次（つぎ）へ」を 押（お）して ください。

# 家での入力：{ $text }。正しければ「次へ」を押してください。
lobby-said-at-home = 家（いえ）で こう 入（い）れました：{ $text }。正（ただ）しければ「次（つぎ）へ」を 押（お）して ください。

# 今の答え：{ $text }
lobby-said-before = 今（いま）の 答（こた）え：{ $text }

# ありません
lobby-none = ありません

# { $about }・{ $label }
lobby-row-about = { $about }・{ $label }

# { $about } { $label } { $text }　変更する
lobby-row-change = { $about } { $label } { $text } 変（か）える

# 変更
lobby-change = 変（か）える

# カード
lobby-from-card = カード

# 家での入力
lobby-from-home = 家（いえ）で 入（い）れた

# 書類
lobby-from-paper = 書類（しょるい）

# ふつうの答え
lobby-usual = ふつうの 答（こた）え

# { $label }（{ $from }）
lobby-row-from = { $label }（{ $from }）

# 4桁の暗証番号
lobby-pin = 4つの 数字（すうじ）の 暗証番号（あんしょうばんごう）

# カードを読み取り機に置いてください。
lobby-card-put = カードを 読（よ）む 機械（きかい）に、カードを 置（お）いて ください。

# カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-known = カードを 読（よ）んだ 人（ひと）：{ $names }。ほかの 人（ひと）の カードが あれば、置（お）いて ください。

# 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-pin = 4つの 数字（すうじ）の 暗証番号（あんしょうばんごう）を 入（い）れて ください。あと { $tries }回（かい） できます。

# 読み取る
lobby-card-read = カードを 読（よ）む

# カードをやめる
lobby-card-out = カードを やめる

# 読み取っています。カードを動かさないでください。
lobby-card-busy = 読（よ）んで います。カードを 動（うご）かさないで ください。

# 読み取りました。カードをお取りください。
lobby-card-thanks = 読（よ）みました。カードを 取（と）って ください。

# 番号が違います。残り{ $tries }回です。
lobby-card-wrong = 番号（ばんごう）が 違（ちが）います。あと { $tries }回（かい） できます。

# 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-last-try = あと 1回（かい）だけです。まちがえると、この 番号（ばんごう）は 使（つか）えなく なります。番号（ばんごう）は 正（ただ）しいですか。

# はい、最後の1回を使う
lobby-card-spend = はい、最後（さいご）の 1回（かい）を 使（つか）います

# いいえ、カードなしで続ける
lobby-card-keep = いいえ、カードを 使（つか）わないで 続（つづ）けます

# 読み取り機が使えません。カードなしで続けられます。
lobby-card-unready = カードを 読（よ）む 機械（きかい）が 使（つか）えません。カードが なくても 続（つづ）けられます。

# 受付票のコード
lobby-code-name = 番号（ばんごう）の 紙（かみ）の コード

# { $place } へお越しください
lobby-go-to = { $place }へ 来（き）て ください

# 総合案内で番号をお見せください
lobby-go-staff = 案内（あんない）の 人（ひと）に 番号（ばんごう）を 見（み）せて ください

# 窓口での時間の目安は、合わせて約{ $n }分です
lobby-minutes = 窓口（まどぐち）の 時間（じかん）は、全部（ぜんぶ）で だいたい { $n }分（ふん）です

# お持ちになるもの：{ $what }
lobby-bring = 持（も）って くる もの：{ $what }

# 番号の紙を印刷しています
lobby-printing = 番号（ばんごう）の 紙（かみ）を 印刷（いんさつ）して います

# 番号の紙を印刷しています
lobby-print-queued = 番号（ばんごう）の 紙（かみ）を 印刷（いんさつ）して います

# 番号の紙を印刷しています
lobby-print-printing = 番号（ばんごう）の 紙（かみ）を 印刷（いんさつ）して います

# 番号の紙をお取りください
lobby-print-done = 番号（ばんごう）の 紙（かみ）を 取（と）って ください

# 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-failed = 紙（かみ）に 印刷（いんさつ）できませんでした。上（うえ）の 番号（ばんごう）を 書（か）いて、窓口（まどぐち）で 言（い）って ください。答（こた）えは 窓口（まどぐち）に 届（とど）いて います。

# 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = 紙（かみ）が 出（で）ないときは、上（うえ）の 番号（ばんごう）を 書（か）いて、窓口（まどぐち）で 言（い）って ください。答（こた）えは 窓口（まどぐち）に 届（とど）いて います。

# 戻る
lobby-back = 戻（もど）る

# 次へ
lobby-next = 次（つぎ）へ

# 職員に聞く
lobby-staff = 人（ひと）に 聞（き）く

# わからない
lobby-put-off = わからない

# どれかわからない
lobby-wonder = わからない

# 前に出した手続がどうなったか
lobby-ask-after = 前（まえ）に 出（だ）した 手続（てつづき）が どう なったか

# 受付番号を入れてください
lobby-number-title = 受付（うけつけ）の 番号（ばんごう）を 入（い）れて ください

# 受付票に書いてある番号です（例：260420-001）。記載台の受付票は、二次元コードを読み取り機にかざすだけでも分かります。
lobby-number-hint = 受付（うけつけ）の 紙（かみ）に 書（か）いて ある 番号（ばんごう）です（例（れい）：260420-001）。ここで もらった 紙（かみ）は、四角（しかく）い コードを 読（よ）み取（と）り機（き）に 見（み）せても わかります。

# 受付番号は、6けたの数字と3けた以上の数字です。もう一度確かめてください。
lobby-number-missing = 番号（ばんごう）は、数字（すうじ）が 6つと、そのあと 3つ以上（いじょう）です。もう一度（いちど） 見（み）て ください。

# 手続の状況
lobby-standing-title = 手続（てつづき）は いま どう なって いるか

# まだ結果のお知らせはありません。
lobby-standing-open = まだ 結果（けっか）は わかりません。

# 窓口へお越しください。
lobby-standing-come = 窓口（まどぐち）へ 来（き）て ください。

# 手続は受け付けられました。
lobby-standing-accepted = 手続（てつづき）は 受（う）け付（つ）けられました。

# いまは何もしなくてかまいません。番号が正しいか気になるときや、お急ぎのときは、受付票を持って窓口でおたずねください。
lobby-next-open = 今（いま）は 何（なに）も しなくて いいです。番号（ばんごう）が 正（ただ）しいか わからないときや、急（いそ）ぐときは、受付（うけつけ）の 紙（かみ）を 持（も）って 窓口（まどぐち）で 聞（き）いて ください。

# お伝えすることや、直していただくところがあります。受付票と本人確認書類を持って、窓口へお越しください。内容は窓口でご説明します。
lobby-next-come = 話（はな）すことや、直（なお）す ところが あります。受付（うけつけ）の 紙（かみ）と、あなたの 名前（なまえ）が わかる カードなどを 持（も）って、窓口（まどぐち）へ 来（き）て ください。窓口（まどぐち）で 説明（せつめい）します。

# 窓口でしていただくことは、ありません。
lobby-next-accepted = 窓口（まどぐち）で することは ありません。

# { $filing }：{ $fate }
lobby-filed = { $filing }：{ $fate }

# 担当で確かめています
lobby-fate-open = 今（いま） 確（たし）かめて います

# 受け付けられました
lobby-fate-accepted = 受（う）け付（つ）けられました

# 直していただくところがあります
lobby-fate-come = 直（なお）す ところが あります

# 受け付けられませんでした。わけと、これからできることは窓口でご説明します
lobby-fate-refused = 受（う）け付（つ）けられませんでした。どうしてか、これから 何（なに）が できるかは、窓口（まどぐち）で 話（はな）します

# 窓口での対応は済んでいます
lobby-fate-settled = 窓口（まどぐち）で 終（お）わって います

# この手続は取り下げられています。
lobby-standing-withdrawn = この 手続（てつづき）は、やめた ことに なって います。

# もう一度出すときや、心あたりがないときは、窓口でおたずねください。
lobby-next-withdrawn = もう一度（いちど） 出（だ）したいときや、知（し）らないときは、窓口（まどぐち）で 聞（き）いて ください。

# 取り下げられています
lobby-fate-withdrawn = やめた ことに なって います

# これでよい
lobby-right = これで いい

# 窓口に渡す
lobby-hand-in = 窓口（まどぐち）に 渡（わた）す

# 終わる
lobby-finish = 終（お）わる

# Language
lobby-tool-language = Language

# 文字・色・音
lobby-tool-settings = 文字（もじ）・色（いろ）・音（おと）

# 読み上げる
lobby-tool-aloud = 声（こえ）で 読（よ）む

# 画面を隠す
lobby-tool-hide = 画面（がめん）を 隠（かく）す

# やめる
lobby-tool-end = やめる

# 画面の設定
lobby-settings-title = 画面（がめん）の 設定（せってい）

# 文字の大きさ
lobby-set-size = 文字（もじ）の 大（おお）きさ

# 色
lobby-set-theme = 色（いろ）

# ボタンの場所
lobby-set-reach = ボタンの 場所（ばしょ）

# 読み上げ
lobby-set-voice = 声（こえ）で 読（よ）む

# 読む速さ
lobby-set-speed = 読（よ）む 速（はや）さ

# 音の大きさ
lobby-set-volume = 音（おと）の 大（おお）きさ

# スイッチで選ぶ
lobby-set-switches = スイッチで 選（えら）ぶ

# 小
lobby-size-small = 小（ちい）さい

# 標準
lobby-size-normal = ふつう

# 大
lobby-size-large = 大（おお）きい

# 特大
lobby-size-huge = 特大（とくだい）

# 標準
lobby-theme-standard = ふつう

# 白地に黒
lobby-theme-white = 白（しろ）と 黒（くろ）

# 黒地に黄
lobby-theme-dark = 黒（くろ）と 黄色（きいろ）

# ふつう
lobby-reach-usual = ふつう

# 下のほう
lobby-reach-low = 下（した）の ほう

# 読まない
lobby-voice-off = 読（よ）まない

# 読む
lobby-voice-on = 読（よ）む

# ゆっくり
lobby-speed-slow = ゆっくり

# ふつう
lobby-speed-usual = ふつう

# 速く
lobby-speed-fast = 速（はや）い

# 小さく
lobby-volume-low = 小（ちい）さい

# ふつう
lobby-volume-usual = ふつう

# 大きく
lobby-volume-high = 大（おお）きい

# 使わない
lobby-switches-none = 使（つか）わない

# 2つ
lobby-switches-two = 2つ

# 1つ
lobby-switches-one = 1つ

# 設定を閉じる
lobby-settings-done = 設定（せってい）を 閉（と）じる

# まだ続けますか
lobby-idle-title = まだ 続（つづ）けますか

# あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-left = あと { $n }秒（びょう）で、答（こた）えを 消（け）して 最初（さいしょ）の 画面（がめん）に 戻（もど）ります。

# もう少し時間がほしい
lobby-idle-more = もう 少（すこ）し 時間（じかん）が ほしい

# 画面を隠しています
lobby-blank-title = 画面（がめん）を 隠（かく）して います

# 画面を戻す
lobby-blank-back = 画面（がめん）を 出（だ）す

# 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-people-limit = 1回（かい）に { $limit }人（にん）まで 入（い）れられます。もっと 多（おお）いときは、市役所（しやくしょ）の 人（ひと）に 話（はな）して ください。

# { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-namesake = { $person }さんと いう 人（ひと）が 2人（ふたり）以上（いじょう） います。生（う）まれた 日（ひ）を 見（み）て 選（えら）んで ください。

# 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-not-taken = 「{ $field }」は、カードから 読（よ）めませんでした。後（あと）の 質問（しつもん）で 入（い）れて ください。 { $why }

# この受付票の入力は、もう残っていません。職員にお声がけください。
notice-parked-gone = この 番号（ばんごう）の 答（こた）えは、もう ありません。市役所（しやくしょ）の 人（ひと）に 話（はな）して ください。

# 窓口で伺います
value-held = 窓口（まどぐち）で 聞（き）きます

# 暗証番号
secret-pin = 暗証番号（あんしょうばんごう）

# 読み取りの途中でカードが離れました。もう一度置いてください。
card-gone = 読（よ）んで いる ときに、カードが 動（うご）きました。もう一度（いちど） 置（お）いて ください。

# 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-licence = 運転免許証（うんてんめんきょしょう）は 読（よ）めません。カードが なくても 続（つづ）けられます。

# 在留カードは読み取れません。カードなしで続けられます。
card-wrong-residence = 在留（ざいりゅう）カードは 読（よ）めません。カードが なくても 続（つづ）けられます。

# このカードは読み取れません。カードなしで続けられます。
card-wrong-unknown = この カードは 読（よ）めません。カードが なくても 続（つづ）けられます。

# カードを読み取れません（{ $code }）。カードなしで続けられます。
card-unreadable = カードを 読（よ）めません（{ $code }）。カードが なくても 続（つづ）けられます。

# 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-no-reader = カードを 読（よ）む 機械（きかい）が ありません（{ $code }）。カードが なくても 続（つづ）けられます。

# この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-blocked-pin = まちがえた 回数（かいすう）が 多（おお）いので、この 暗証番号（あんしょうばんごう）は 使（つか）えません。カードが なくても 続（つづ）けられます。

# 暗証番号は4桁の数字です。もう一度入れてください。
card-bad-pin = 暗証番号（あんしょうばんごう）は 4つの 数字（すうじ）です。もう一度（いちど） 入（い）れて ください。

# 署名を書くところ
sign-pad = 名前（なまえ）を 書（か）く ところ

## 使えないとき
# この端末は、いま使えません。窓口へお越しください。
lobby-closed = この 端末（たんまつ）は、 いま 使（つか）えません。 窓口（まどぐち）へ 来（き）て ください。
# この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。
lobby-closed-call = この 端末（たんまつ）は、 いま 使（つか）えません。 窓口（まどぐち）へ 来（く）るか、 下（した）の 番号（ばんごう）に 電話（でんわ）を して ください。

## 家での準備

# { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-parts = { $of }枚（まい）の 中（なか）の { $read }枚（まい）を 読（よ）みました。まだの コード：{ $missing }枚目（まいめ）

# 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-no-code = 家（いえ）で 作（つく）った コードでは ありません。または、全部（ぜんぶ）を 読（よ）めません。もう一度（いちど） 見（み）せて ください。

# この画像にコードが見つかりません。
preentry-picture = この 画像（がぞう）に コードが ありません。

# このコードは壊れているため使えません。このまま画面で答えてください。
preentry-damaged = この コードは こわれて いるので 使（つか）えません。この 画面（がめん）で 答（こた）えて ください。

# このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-foreign-key = この コードは この 市（し）の コードでは ありません。または、古（ふる）いので 使（つか）えません。この 画面（がめん）で 答（こた）えて ください。

# このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-version = この コードは 古（ふる）い ページの ものなので 使（つか）えません。この 画面（がめん）で 答（こた）えて ください。

# このコードは、別の市区町村のためのものです。
preentry-other-city = この コードは ほかの 市（し）や 町（まち）の ものです。

# このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-expired = この コードは 作（つく）ってから 30日（にち）より 長（なが）いので 使（つか）えません。この 画面（がめん）で 答（こた）えて ください。

# このコードの作成日が先の日になっています。職員にお声がけください。
preentry-future = この コードの 日（ひ）が 正（ただ）しく ありません。市役所（しやくしょ）の 人（ひと）に 聞（き）いて ください。

# このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-used = この コードは もう 使（つか）いました。コードは 1回（かい）だけ 使（つか）えます。

# このコードは、別の手続のものです。
preentry-other-event = この コードは ほかの 手続（てつづき）の ものです。

# 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-other-event = 家（いえ）で 作（つく）った コードは ほかの 手続（てつづき）の ものです。使（つか）って いません。

# 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-twice = 家（いえ）で 作（つく）った コードは もう 使（つか）って います。2つ目（め）は 使（つか）いません。

# 家で作ったコードの答えは、使っていません。
notice-preentry-unused = 家（いえ）で 作（つく）った コードの 答（こた）えは 使（つか）って いません。

# 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-unknown = 家（いえ）で 作（つく）った コードの 中（なか）の この 答（こた）えは 使（つか）えません：{ $keys }

# 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
notice-preentry-taken = 家（いえ）で 入（い）れた { $n }人（にん）の 答（こた）えを 入（い）れました。あとで 見（み）て ください。

### the resident's screen at the counter

# いらっしゃいませ
resident-welcome = いらっしゃいませ
# 職員が確認しています。少しお待ちください。
resident-waiting = 職員（しょくいん）が 確（たし）かめて います。少（すこ）し 待（ま）って ください。
# ご回答：{ $value }
resident-answer = 答（こた）え：{ $value }
# この画面でお答えください。様式に書かれない答えは、職員には見えません。
resident-answer-here = この画面（がめん）で 答（こた）えて ください。紙（かみ）に 書（か）かない 答（こた）えは、職員（しょくいん）には 見（み）えません。
# これでよい
resident-answer-onward = これで いい
# 内容をご確認ください
resident-check-title = 書（か）いて あることを 見（み）て ください
# ちがうところは、職員にお知らせください。
resident-check-wrong = ちがう ところは、職員（しょくいん）に 言（い）って ください。
# まちがいありません
resident-check-right = まちがいは ありません
# ご確認ありがとうございました。
resident-check-thanks = 見（み）て いただき、ありがとうございました。
# この署名にする
resident-sign-accept = この 名前（なまえ）に する
# 枠の中に名前を書いてください。
resident-sign-empty = わくの 中（なか）に 名前（なまえ）を 書（か）いて ください。
# 受付が終わりました
resident-done = 受付（うけつけ）が 終（お）わりました
# 受付番号
resident-slip = 受付番号（うけつけばんごう）
# 文字の大きさ
resident-larger = 字（じ）の 大（おお）きさ
# 配色
resident-colours = 色（いろ）
# もう一度お願いします
resident-say-again = もう一度（いちど） 言（い）って ください
# わかりません
resident-say-unclear = わかりません
# 筆談をお願いします
resident-say-write = 書（か）いて 話（はな）して ください
# 通訳をお願いします
resident-say-interpreter = 通訳（つうやく）を お願（ねが）いします
# 少し待ってください
resident-say-wait = 少（すこ）し 待（ま）って ください
# 少しお待ちください。
resident-phrase-wait = 少（すこ）し 待（ま）って ください。
# 書類を見せてください。
resident-phrase-papers = 紙（かみ）を 見（み）せて ください。
# 本人確認の書類を見せてください。
resident-phrase-identity = あなたが だれか わかる 紙（かみ）か カードを 見（み）せて ください。
# 暗証番号を入力してください。
resident-phrase-pin = 暗証番号（あんしょうばんごう）を 入（い）れて ください。
# 筆談でお話しします。
resident-phrase-write = 書（か）いて 話（はな）します。
# 通訳を呼びます。
resident-phrase-interpreter = 通訳（つうやく）を 呼（よ）びます。
# 声は聞こえますか。
resident-phrase-hear = 声（こえ）は 聞（き）こえますか。
# 署名をお願いします。
resident-phrase-sign = 名前（なまえ）を 書（か）いて ください。
# 手数料をお支払いください。
resident-phrase-pay = お金（かね）を 払（はら）って ください。
# 次の窓口へお進みください。
resident-phrase-counter = 次（つぎ）の 窓口（まどぐち）へ 行（い）って ください。
# 書類を見る
resident-papers = 書類（しょるい）を 見（み）る
# 次の書類
resident-paper-next = 次（つぎ）の 書類（しょるい）
# 書類を閉じる
resident-papers-close = 書類（しょるい）を 閉（と）じる

### the resident's own record on paper

# 私の記録
record-title = わたしの 記録（きろく）
# 受付番号 { $number }　{ $day }現在
record-about = 受付（うけつけ）の 番号（ばんごう） { $number }　{ $day }の 記録（きろく）
# 全員について
record-all = みんなの こと
# この受付から外れた方
record-gone = この 手続（てつづき）から いなくなった 人（ひと）
# { $text }（{ $source }）
record-said = { $text }（{ $source }）
# 送付
record-sent = 送（おく）った もの
# 送付先 { $place }　第{ $revision }版　送付済み
record-left = { $place }に 送（おく）りました（{ $revision }回目（かいめ）の 内容（ないよう））
# 送付先 { $place }　第{ $revision }版　中継まで送った（まだ届いていない）
record-relayed = { $place }に 送（おく）って います。まだ 届（とど）いて いません（{ $revision }回目（かいめ）の 内容（ないよう））
# 送付先 { $place }　第{ $revision }版　まだ送っていない
record-waits = { $place }に まだ 送（おく）って いません（{ $revision }回目（かいめ）の 内容（ないよう））
# 操作の記録
record-looked = だれが 何（なに）を したか
# 自動
record-source-system = 機械（きかい）
# 自動判定
record-source-derived = 機械（きかい）が 決（き）めた
# 別のカード
record-source-second_card = ほかの カード
# カード
record-source-card = カード
# 転出証明書
record-source-extract = 転出証明書（てんしゅつしょうめいしょ）
# 住民記録
record-source-register = 市役所（しやくしょ）の 記録（きろく）
# 書類
record-source-document = 書類（しょるい）
# 家での入力
record-source-preentry = 家（いえ）で 書（か）いた
# ご本人入力
record-source-resident = 自分（じぶん）で 書（か）いた
# 聞き取り
record-source-interview = 窓口（まどぐち）で 聞（き）いた
# 内容を見た
record-did-looked = 見（み）ました
# 確認した
record-did-confirmed = 確（たし）かめました
# 直した
record-did-corrected = 直（なお）しました
# 印刷した
record-did-printed = 印刷（いんさつ）しました
# 印刷できなかった
record-did-not-printed = 印刷（いんさつ）できませんでした
# 送付した
record-did-sent = 送（おく）りました
# 届いたか分からない
record-did-unsure = 届（とど）いたか わかりません
# 送付を保留した
record-did-held = 送（おく）るのを 止（と）めました
# 送付先の回答を受けた
record-did-answered = 返事（へんじ）が 来（き）ました
# 担当が替わった
record-did-taken-over = 係（かかり）の 人（ひと）が 替（か）わりました
# 案内票に印をつけた・消した
record-did-ticked = 案内（あんない）の 紙（かみ）の 印（しるし）を 変（か）えました
# 取り下げた
record-did-withdrawn = やめました
# 消した
record-did-erased = 消（け）しました
# 控えやファイルにした
record-did-copied = 写（うつ）しを 作（つく）りました
# ほかの操作をした
record-did-other = ほかの ことを しました
# { $what }（{ $by }）
record-by = { $what }（{ $by }）
