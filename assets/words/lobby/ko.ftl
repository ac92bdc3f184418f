### input boards

# かな
board-kana = あ
# ひらがな
board-kana-name = 히라가나
# カナ
board-katakana = ア
# カタカナ
board-katakana-name = 가타카나
# 英字
board-letters = ABC
# 英字
board-letters-name = 알파벳
# 数字
board-digits = 123
# 数字
board-digits-name = 숫자
# 記号
board-symbols = 기호
# 記号
board-symbols-name = 기호
# 左から
board-from-left = 왼쪽부터
# 「あ」を左に並べる
board-from-left-name = 「あ」를 왼쪽에 놓기
# 右から
board-from-right = 오른쪽부터
# 「あ」を右に並べる
board-from-right-name = 「あ」를 오른쪽에 놓기
# 1字消す
board-delete = 지우기
# 全部消す
board-clear = 전체 지우기
# 空白
board-space = ␣
# 空白
board-space-name = 띄우기
# 濁点をつける
board-voiced = 탁점 붙이기
# 半濁点をつける
board-half-voiced = 반탁점 붙이기
# 小さい字にする
board-small = 작은 글자로
# 小文字
board-small-letters = abc
# 大文字
board-capitals = ABC
# ハイフン
board-hyphen = 하이픈
# 前の一覧
board-page-before = 이전 목록
# 次の一覧
board-page-next = 다음 목록
# { $page }／{ $pages }
board-page = { $page } / { $pages }
# 1つ戻す
board-take-back = 되돌리기
# 1字ずつ
board-letter-by-letter = 한 글자씩
# まとめて
board-whole-words = 한꺼번에
# 字の形
board-other-shapes = 글자 모양
# ひらがな
board-in-hiragana = 히라가나
# カタカナ
board-in-katakana = 가타카나
# 別の読み
board-other-reading = 다른 읽기
# ここにない
board-not-here = 여기에 없음
# { $text }。残りの読みは{ $rest }
board-offer-rest = { $text }, 남은 읽기: { $rest }
# 漢字
board-to-kanji = 한자
# そのまま
board-as-written = 그대로
# { $answer }、選択済み
board-chosen = { $answer }, 선택됨
# { $answer }、未選択
board-not-chosen = { $answer }, 선택 안 됨
# はい
board-yes = 예
# いいえ
board-no = 아니요
# 1つ減らす
board-fewer = 하나 줄이기
# 1つ増やす
board-more = 하나 늘리기
# 令和
board-era-1 = 레이와
# 平成
board-era-2 = 헤이세이
# 昭和
board-era-3 = 쇼와
# 大正
board-era-4 = 다이쇼
# 西暦
board-era-5 = 서기
# { $number }年
board-year = { $number }년
# { $number }月
board-month = { $number }월
# { $number }日
board-day = { $number }일
# 未入力の
board-empty = （빈칸）
# 元年
board-first-year = 원년(元)
# { $wareki }（{ $year }年{ $month }月{ $day }日）
board-date-echo = { $year }년 { $month }월 { $day }일 ({ $wareki })
# 7桁の郵便番号を入れてください。
board-postal-type = 우편번호 7자리를 입력해 주세요.
# 町の名前を選んでください。
board-postal-choose = 동네 이름을 골라 주세요.
# この郵便番号は見つかりません。番号を確かめてください。
board-postal-unknown = 이 우편번호를 찾을 수 없습니다. 번호를 확인해 주세요.
# { $name }の郵便番号
board-address-postal = { $name }의 우편번호
# { $name }の番地
board-address-lot = { $name }의 번지
# { $name }の建物の名前と部屋番号
board-address-building = { $name }의 건물 이름과 호수
# 続きの番地を入れてください。
board-address-lot-ask = 이어지는 번지를 입력해 주세요.
# 建物の名前と部屋番号（なければ次へ）
board-address-building-ask = 건물 이름과 호수（없으면 다음）
# 都道府県から番地まで書いてください。
board-address-self-ask = 도도부현부터 번지까지 써 주세요.
# 自分で書く
board-write-myself = 직접 쓰기

### 記載台

# 書かない窓口　記載台
lobby-window-title = 쓰지 않는 창구: 무인 단말기

# 準備しています。少しお待ちください。
lobby-preparing = 준비하고 있습니다. 잠시 기다려 주세요.

# 申し訳ありません。この画面を続けられません。職員がご案内します。窓口へお越しください。
lobby-broken = 죄송합니다. 이 화면을 계속할 수 없습니다. 직원이 안내해 드립니다. 창구로 와 주세요.

# ことばを選んでください
lobby-language-title = 언어를 선택해 주세요

# 書かずに手続ができます。画面に触れて、質問に答えてください。
lobby-language-hint = 글씨를 쓰지 않고 절차를 진행할 수 있습니다. 화면을 터치하여 질문에 답해 주세요.

# 選び直しても、ここまでの答えは消えません。
lobby-language-stays = 언어를 바꾸어도 지금까지의 답은 지워지지 않습니다.

# 今日は、どのご用件ですか
lobby-purpose-title = 오늘은 어떤 용무로 오셨습니까?

# この届出は、全部で何人についてですか
lobby-people-title = 이 신고는 모두 몇 분에 관한 것입니까?

# あなたも、その方に入るときは数えてください。
lobby-people-hint = 본인도 해당되시면 함께 세어 주세요.

# マイナンバーカードがあれば、名前などの入力がいりません
lobby-card-title = 마이넘버 카드가 있으면 이름 등을 입력하지 않아도 됩니다

# カードがなくても続けられます。そのまま「次へ」を押してください。
lobby-card-hint = 카드가 없어도 계속할 수 있습니다. 그대로 「다음」을 눌러 주세요.

# このカードは、どなたのものですか
lobby-whose-title = 이 카드는 어느 분의 것입니까?

# もう入力した方と、カードの方が違うようです。
lobby-whose-hint = 이미 입력한 분과 카드의 분이 다른 것 같습니다.

# 入力した方：{ $known }　カードの方：{ $read }
lobby-whose-pair = 입력한 분: { $known } / 카드의 분: { $read }

# カードの方：{ $read }
lobby-whose-read = 카드의 분: { $read }

# 同じ人です
lobby-whose-same = 같은 사람입니다

# 別の人です（この届出に加える）
lobby-whose-another = 다른 사람입니다(이 신고에 추가)

# 届出に来た代理人のカードです
lobby-whose-agent = 신고하러 온 대리인의 카드입니다

# このカードは使いません
lobby-whose-back = 이 카드는 사용하지 않습니다

# 答えを確かめてください
lobby-check-title = 답을 확인해 주세요

# 違うところがあれば、その欄に触れて直してください。
lobby-check-hint = 틀린 곳이 있으면 그 칸을 터치하여 고쳐 주세요.

# 「ふつうの答え」の欄は、聞かずに入れました。違うところは、その欄に触れて直してください。
lobby-check-usual = ‘일반적인 답’ 칸은 묻지 않고 넣었습니다. 다르면 그 칸을 눌러 고쳐 주세요.

# 次のことは、窓口で伺います：{ $what }
lobby-check-held = 다음 내용은 창구에서 여쭙겠습니다: { $what }

# 特に書いていない欄は「{ $from }」です。違うところは、その欄に触れて直してください。
lobby-check-from = 표시가 없는 칸: { $from }. 틀린 곳이 있으면 그 칸을 터치하여 고쳐 주세요.

# { $title }（{ $place }）
lobby-check-page = { $title } ({ $place })

# 署名をお願いします
lobby-sign-title = 서명해 주세요

# { $person } さん（{ $papers }）
lobby-sign-who = { $person } 님({ $papers })

# 署名がそろいました。
lobby-sign-done = 서명이 모두 끝났습니다.

# 枠の中に名前を書くか、「署名は窓口で」を押してください。
lobby-sign-missing = 칸 안에 이름을 쓰시거나 「창구에서 서명」을 눌러 주세요.

# 書き直す
lobby-sign-again = 다시 쓰기

# 署名は窓口で
lobby-sign-later = 창구에서 서명

# 署名は窓口でお願いします
lobby-sign-counter = 서명은 창구에서 부탁드립니다

# 窓口で確かめることが残っています。ここまでの答えは窓口に届きます。残りを窓口で確かめてから、署名をお願いします。
lobby-sign-open = 창구에서 확인할 내용이 남아 있습니다. 지금까지의 답은 창구에 전달됩니다. 창구에서 나머지를 확인한 뒤 서명해 주세요.

# 窓口に渡しています
lobby-keeping-title = 창구로 전달하고 있습니다

# そのままお待ちください。
lobby-keeping-hint = 그대로 기다려 주세요.

# 受付番号
lobby-slip-title = 접수 번호

# 番号の紙を取って、窓口へお越しください。まだ手続は終わっていません。
lobby-slip-hint = 번호표를 가지고 창구로 와 주세요. 절차는 아직 끝나지 않았습니다.

# 職員がご案内します
lobby-staff-title = 직원이 안내해 드립니다

# 近くの職員に声をかけるか、窓口へお越しください。
lobby-staff-hint = 가까운 직원에게 말씀하시거나 창구로 와 주세요.

# ここまでの答えを窓口に渡す
lobby-staff-hand-in = 지금까지의 답을 창구에 전달

# 答えを消して終わる
lobby-staff-end = 답을 지우고 종료

# { $person } について：{ $question }
lobby-about = { $person }에 대하여: { $question }

# このあとの質問は、あと{ $n }問ほどです。
lobby-left = 남은 질문은 약 { $n }개입니다.

# カードの記載：{ $text }。正しければ「次へ」を押してください。
lobby-said-by-card = 카드 기재: { $text }. 맞으면 「다음」을 눌러 주세요.

# 家での入力：{ $text }。正しければ「次へ」を押してください。
lobby-said-at-home = 집에서 입력한 내용: { $text }. 맞으면 「다음」을 눌러 주세요.

# 今の答え：{ $text }
lobby-said-before = 현재 답: { $text }

# ありません
lobby-none = 없습니다

# { $about }・{ $label }
lobby-row-about = { $about }·{ $label }

# { $about } { $label } { $text }　変更する
lobby-row-change = { $about } { $label } { $text } 변경

# 変更
lobby-change = 변경

# カード
lobby-from-card = 카드

# 家での入力
lobby-from-home = 집에서 입력

# 書類
lobby-from-paper = 서류

# ふつうの答え
lobby-usual = 일반적인 답

# { $label }（{ $from }）
lobby-row-from = { $label }（{ $from }）

# 4桁の暗証番号
lobby-pin = 4자리 비밀번호

# カードを読み取り機に置いてください。
lobby-card-put = 카드를 판독기에 올려 주세요.

# カードを読み取った方：{ $names }。ほかの方のカードがあれば、続けて置いてください。
lobby-card-known = 카드를 읽은 분: { $names }. 다른 분의 카드가 있으면 이어서 올려 주세요.

# 4桁の暗証番号を入れてください。残り{ $tries }回です。
lobby-card-pin = 4자리 비밀번호를 입력해 주세요. 남은 횟수: { $tries }회

# 読み取る
lobby-card-read = 읽기

# カードをやめる
lobby-card-out = 카드 안 쓰기

# 読み取っています。カードを動かさないでください。
lobby-card-busy = 읽고 있습니다. 카드를 움직이지 마세요.

# 読み取りました。カードをお取りください。
lobby-card-thanks = 다 읽었습니다. 카드를 가져가 주세요.

# 番号が違います。残り{ $tries }回です。
lobby-card-wrong = 비밀번호가 틀립니다. 남은 횟수: { $tries }회

# 残り1回です。間違えると、この番号は使えなくなります。番号に自信がありますか。
lobby-card-last-try = 1회 남았습니다. 틀리면 이 비밀번호를 더 이상 쓸 수 없습니다. 비밀번호가 확실합니까?

# はい、最後の1回を使う
lobby-card-spend = 예, 마지막 1회를 사용합니다

# いいえ、カードなしで続ける
lobby-card-keep = 아니요, 카드 없이 계속합니다

# 読み取り機が使えません。カードなしで続けられます。
lobby-card-unready = 판독기를 사용할 수 없습니다. 카드 없이 계속할 수 있습니다.

# 受付票のコード
lobby-code-name = 번호표의 코드

# { $place } へお越しください
lobby-go-to = 가실 곳: { $place }

# 総合案内で番号をお見せください
lobby-go-staff = 종합 안내에서 번호를 보여 주세요

# 窓口での時間の目安は、合わせて約{ $n }分です
lobby-minutes = 창구에서 걸리는 시간은 모두 약 { $n }분입니다

# お持ちになるもの：{ $what }
lobby-bring = 준비물: { $what }

# 番号の紙を印刷しています
lobby-printing = 번호표를 인쇄하고 있습니다

# 番号の紙を印刷しています
lobby-print-queued = 번호표를 인쇄하고 있습니다

# 番号の紙を印刷しています
lobby-print-printing = 번호표를 인쇄하고 있습니다

# 番号の紙をお取りください
lobby-print-done = 번호표를 가져가 주세요

# 紙に印刷できませんでした。上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-failed = 번호표를 인쇄하지 못했습니다. 위의 번호를 적어 창구에서 말씀해 주세요. 답은 창구에 전달되었습니다.

# 紙が出ないときは、上の番号を控えて、窓口でお伝えください。答えは窓口に届いています。
lobby-print-unknown = 종이가 나오지 않으면 위의 번호를 적어 창구에서 말씀해 주세요. 답은 창구에 전달되었습니다.

# 戻る
lobby-back = 뒤로

# 次へ
lobby-next = 다음

# 職員に聞く
lobby-staff = 직원 문의

# わからない
lobby-put-off = 모르겠음

# どれかわからない
lobby-wonder = 잘 모르겠음

# 前に出した手続がどうなったか
lobby-ask-after = 이전에 신청한 절차의 결과 확인

# 受付番号を入れてください
lobby-number-title = 접수 번호를 입력해 주세요

# 受付票に書いてある番号です（例：260420-001）。記載台の受付票は、二次元コードを読み取り機にかざすだけでも分かります。
lobby-number-hint = 접수표에 적힌 번호입니다(예: 260420-001). 이 단말기의 접수표라면 QR 코드를 판독기에 대셔도 됩니다.

# 受付番号は、6けたの数字と3けた以上の数字です。もう一度確かめてください。
lobby-number-missing = 접수 번호는 숫자 6자리와 3자리 이상의 숫자입니다. 다시 확인해 주세요.

# 手続の状況
lobby-standing-title = 절차 진행 상황

# まだ結果のお知らせはありません。
lobby-standing-open = 아직 결과 안내가 없습니다.

# 窓口へお越しください。
lobby-standing-come = 창구로 와 주세요.

# 手続は受け付けられました。
lobby-standing-accepted = 절차가 수리되었습니다.

# いまは何もしなくてかまいません。番号が正しいか気になるときや、お急ぎのときは、受付票を持って窓口でおたずねください。
lobby-next-open = 지금은 하실 일이 없습니다. 번호가 맞는지 확실하지 않거나 급하시면 접수표를 가지고 창구에 문의해 주세요.

# お伝えすることや、直していただくところがあります。受付票と本人確認書類を持って、窓口へお越しください。内容は窓口でご説明します。
lobby-next-come = 알려 드릴 것이나 고치실 곳이 있습니다. 접수표와 본인 확인 서류를 가지고 창구로 와 주세요. 내용은 창구에서 설명해 드립니다.

# 窓口でしていただくことは、ありません。
lobby-next-accepted = 창구에서 더 하실 일은 없습니다.

# { $filing }：{ $fate }
lobby-filed = { $filing }: { $fate }

# 担当で確かめています
lobby-fate-open = 담당 부서에서 확인 중

# 受け付けられました
lobby-fate-accepted = 수리되었습니다

# 直していただくところがあります
lobby-fate-come = 고치실 곳이 있습니다

# 受け付けられませんでした。わけと、これからできることは窓口でご説明します
lobby-fate-refused = 수리되지 않았습니다. 이유와 앞으로 하실 수 있는 일은 창구에서 설명해 드립니다

# 窓口での対応は済んでいます
lobby-fate-settled = 창구에서 처리가 끝났습니다

# この手続は取り下げられています。
lobby-standing-withdrawn = 이 절차는 취하되었습니다.

# もう一度出すときや、心あたりがないときは、窓口でおたずねください。
lobby-next-withdrawn = 다시 신청하시거나 모르는 일이라면 창구에 문의해 주세요.

# 取り下げられています
lobby-fate-withdrawn = 취하되었습니다

# これでよい
lobby-right = 맞습니다

# 窓口に渡す
lobby-hand-in = 창구에 전달

# 終わる
lobby-finish = 종료

# Language
lobby-tool-language = Language

# 文字・色・音
lobby-tool-settings = 화면·소리

# 読み上げる
lobby-tool-aloud = 읽어 주기

# 画面を隠す
lobby-tool-hide = 화면 숨김

# やめる
lobby-tool-end = 그만두기

# 画面の設定
lobby-settings-title = 화면 설정

# 文字の大きさ
lobby-set-size = 글자 크기

# 色
lobby-set-theme = 색

# ボタンの場所
lobby-set-reach = 버튼 위치

# 読み上げ
lobby-set-voice = 읽어 주기

# 読む速さ
lobby-set-speed = 읽는 속도

# 音の大きさ
lobby-set-volume = 소리 크기

# スイッチで選ぶ
lobby-set-switches = 스위치로 선택

# 小
lobby-size-small = 작게

# 標準
lobby-size-normal = 표준

# 大
lobby-size-large = 크게

# 特大
lobby-size-huge = 아주 크게

# 標準
lobby-theme-standard = 표준

# 白地に黒
lobby-theme-white = 흰색·검정

# 黒地に黄
lobby-theme-dark = 검정·노랑

# ふつう
lobby-reach-usual = 보통

# 下のほう
lobby-reach-low = 아래쪽

# 読まない
lobby-voice-off = 끄기

# 読む
lobby-voice-on = 켜기

# ゆっくり
lobby-speed-slow = 천천히

# ふつう
lobby-speed-usual = 보통

# 速く
lobby-speed-fast = 빠르게

# 小さく
lobby-volume-low = 작게

# ふつう
lobby-volume-usual = 보통

# 大きく
lobby-volume-high = 크게

# 使わない
lobby-switches-none = 안 씀

# 2つ
lobby-switches-two = 2개

# 1つ
lobby-switches-one = 1개

# 設定を閉じる
lobby-settings-done = 설정 닫기

# まだ続けますか
lobby-idle-title = 계속하시겠습니까?

# あと{ $n }秒で、答えを消して最初の画面に戻ります。
lobby-idle-left = { $n }초 후에 답을 지우고 첫 화면으로 돌아갑니다.

# もう少し時間がほしい
lobby-idle-more = 시간이 더 필요합니다

# 画面を隠しています
lobby-blank-title = 화면을 숨기고 있습니다

# 画面を戻す
lobby-blank-back = 화면 다시 보기

# 一度に入力できるのは{ $limit }人までです。これより多いときは、職員にお声がけください。
notice-people-limit = 한 번에 { $limit }명까지 입력할 수 있습니다. 더 많을 때는 직원에게 말씀해 주세요.

# { $person } さんという方が2人以上います。生年月日で見分けてください。
notice-namesake = { $person } 님이라는 분이 2명 이상 있습니다. 생년월일로 구별해 주세요.

# 「{ $field }」は、カードから取り込めませんでした。あとの質問で入力してください。{ $why }
notice-not-taken = 「{ $field }」 항목은 카드에서 가져오지 못했습니다. 뒤의 질문에서 입력해 주세요. { $why }

# この受付票の入力は、もう残っていません。職員にお声がけください。
notice-parked-gone = 이 접수 번호의 입력 내용은 이제 남아 있지 않습니다. 직원에게 말씀해 주세요.

# 窓口で伺います
value-held = 창구에서 여쭙겠습니다

# 暗証番号
secret-pin = 비밀번호

# 読み取りの途中でカードが離れました。もう一度置いてください。
card-gone = 읽는 도중에 카드가 떨어졌습니다. 다시 올려 주세요.

# 運転免許証は読み取れません。カードなしで続けられます。
card-wrong-licence = 운전면허증은 읽을 수 없습니다. 카드 없이 계속할 수 있습니다.

# 在留カードは読み取れません。カードなしで続けられます。
card-wrong-residence = 재류카드는 읽을 수 없습니다. 카드 없이 계속할 수 있습니다.

# このカードは読み取れません。カードなしで続けられます。
card-wrong-unknown = 이 카드는 읽을 수 없습니다. 카드 없이 계속할 수 있습니다.

# カードを読み取れません（{ $code }）。カードなしで続けられます。
card-unreadable = 카드를 읽을 수 없습니다({ $code }). 카드 없이 계속할 수 있습니다.

# 読み取り機が見つかりません（{ $code }）。カードなしで続けられます。
card-no-reader = 판독기를 찾을 수 없습니다({ $code }). 카드 없이 계속할 수 있습니다.

# この暗証番号は、回数の上限に達したため使えません。カードなしで続けられます。
card-blocked-pin = 이 비밀번호는 횟수를 초과하여 사용할 수 없습니다. 카드 없이 계속할 수 있습니다.

# 暗証番号は4桁の数字です。もう一度入れてください。
card-bad-pin = 비밀번호는 4자리 숫자입니다. 다시 입력해 주세요.

# 署名を書くところ
sign-pad = 서명하는 곳

## 使えないとき
# この端末は、いま使えません。窓口へお越しください。
lobby-closed = 이 단말기는 지금 사용할 수 없습니다. 창구로 오세요.
# この端末は、いま使えません。窓口へお越しになるか、下の番号にお電話ください。
lobby-closed-call = 이 단말기는 지금 사용할 수 없습니다. 창구로 오시거나 아래 번호로 전화해 주세요.

## 家での準備

# { $of }枚のうち{ $read }枚を読みました。まだのコード：{ $missing }枚目
preentry-parts = { $of }장 중 { $read }장을 읽었습니다. 아직 읽지 않은 코드: { $missing }번째

# 家で作ったコードではないか、途中までしか読めていません。もう一度かざしてください。
preentry-no-code = 집에서 만든 코드가 아니거나 일부만 읽혔습니다. 다시 한번 대 주세요.

# この画像にコードが見つかりません。
preentry-picture = 이 그림에서 코드를 찾을 수 없습니다.

# このコードは壊れているため使えません。このまま画面で答えてください。
preentry-damaged = 이 코드는 손상되어 사용할 수 없습니다. 이 화면에서 답해 주세요.

# このコードは、この市のものではないか、古くて使えません。このまま画面で答えてください。
preentry-foreign-key = 이 코드는 이 시의 것이 아니거나 오래되어 사용할 수 없습니다. 이 화면에서 답해 주세요.

# このコードは、別の版のページで作られているため使えません。このまま画面で答えてください。
preentry-version = 이 코드는 다른 버전의 페이지에서 만들어져 사용할 수 없습니다. 이 화면에서 답해 주세요.

# このコードは、別の市区町村のためのものです。
preentry-other-city = 이 코드는 다른 시구정촌의 것입니다.

# このコードは、作ってから30日を過ぎたため使えません。このまま画面で答えてください。
preentry-expired = 이 코드는 만든 지 30일이 지나 사용할 수 없습니다. 이 화면에서 답해 주세요.

# このコードの作成日が先の日になっています。職員にお声がけください。
preentry-future = 이 코드의 작성일이 미래의 날짜로 되어 있습니다. 직원에게 문의해 주세요.

# このコードは、すでに使われています。1つのコードは1回だけ使えます。
preentry-used = 이 코드는 이미 사용되었습니다. 코드 하나는 한 번만 사용할 수 있습니다.

# このコードは、別の手続のものです。
preentry-other-event = 이 코드는 다른 절차의 것입니다.

# 家で作ったコードは、別の手続のものです。使っていません。
notice-preentry-other-event = 집에서 만든 코드는 다른 절차의 것입니다. 사용하지 않았습니다.

# 家で作ったコードは、もう使っています。2つ目は使っていません。
notice-preentry-twice = 집에서 만든 코드를 이미 사용하고 있습니다. 두 번째 코드는 사용하지 않았습니다.

# 家で作ったコードの答えは、使っていません。
notice-preentry-unused = 집에서 만든 코드의 답은 사용하지 않았습니다.

# 家で作ったコードの中の、次の答えは使えませんでした：{ $keys }
notice-preentry-unknown = 집에서 만든 코드 중 다음 답은 사용할 수 없었습니다: { $keys }

# 家で入力された{ $n }人分の答えを取り込みました。あとで確かめてください。
notice-preentry-taken = 집에서 입력한 { $n }명의 답을 가져왔습니다. 나중에 확인해 주세요.

### the resident's screen at the counter

# いらっしゃいませ
resident-welcome = 어서 오세요
# 職員が確認しています。少しお待ちください。
resident-waiting = 직원이 확인하고 있습니다. 잠시만 기다려 주세요.
# ご回答：{ $value }
resident-answer = 답변: { $value }
# この画面でお答えください。様式に書かれない答えは、職員には見えません。
resident-answer-here = 이 화면에서 답해 주세요. 서식에 적지 않는 답은 직원에게 보이지 않습니다.
# これでよい
resident-answer-onward = 이대로 좋습니다
# 内容をご確認ください
resident-check-title = 내용을 확인해 주세요
# ちがうところは、職員にお知らせください。
resident-check-wrong = 틀린 곳이 있으면 직원에게 알려 주세요.
# まちがいありません
resident-check-right = 틀린 곳이 없습니다
# ご確認ありがとうございました。
resident-check-thanks = 확인해 주셔서 감사합니다.
# この署名にする
resident-sign-accept = 이 서명으로 하기
# 枠の中に名前を書いてください。
resident-sign-empty = 칸 안에 이름을 써 주세요.
# 受付が終わりました
resident-done = 접수가 끝났습니다
# 受付番号
resident-slip = 접수 번호
# 文字の大きさ
resident-larger = 글자 크기
# 配色
resident-colours = 색
# もう一度お願いします
resident-say-again = 다시 한번 부탁합니다
# わかりません
resident-say-unclear = 모르겠습니다
# 筆談をお願いします
resident-say-write = 필담을 부탁합니다
# 通訳をお願いします
resident-say-interpreter = 통역을 부탁합니다
# 少し待ってください
resident-say-wait = 잠깐 기다려 주세요
# 少しお待ちください。
resident-phrase-wait = 잠시만 기다려 주세요.
# 書類を見せてください。
resident-phrase-papers = 서류를 보여 주세요.
# 本人確認の書類を見せてください。
resident-phrase-identity = 본인 확인 서류를 보여 주세요.
# 暗証番号を入力してください。
resident-phrase-pin = 비밀번호를 입력해 주세요.
# 筆談でお話しします。
resident-phrase-write = 필담으로 이야기하겠습니다.
# 通訳を呼びます。
resident-phrase-interpreter = 통역을 부르겠습니다.
# 声は聞こえますか。
resident-phrase-hear = 잘 들리십니까?
# 署名をお願いします。
resident-phrase-sign = 서명해 주세요.
# 手数料をお支払いください。
resident-phrase-pay = 수수료를 내 주세요.
# 次の窓口へお進みください。
resident-phrase-counter = 다음 창구로 가 주세요.
# 書類を見る
resident-papers = 서류 보기
# 次の書類
resident-paper-next = 다음 서류
# 書類を閉じる
resident-papers-close = 서류 닫기

### the resident's own record on paper

# 私の記録
record-title = 나의 기록
# 受付番号 { $number }　{ $day }現在
record-about = 접수 번호 { $number }, { $day } 현재
# 全員について
record-all = 모두에 대해
# この受付から外れた方
record-gone = 이 접수에서 빠진 분
# { $text }（{ $source }）
record-said = { $text } ({ $source })
# 送付
record-sent = 보낸 것
# 送付先 { $place }　第{ $revision }版　送付済み
record-left = { $place }에 보냄, 제{ $revision }판
# 送付先 { $place }　第{ $revision }版　中継まで送った（まだ届いていない）
record-relayed = { $place }(으)로 보내는 중, 아직 도착하지 않음, 제{ $revision }판
# 送付先 { $place }　第{ $revision }版　まだ送っていない
record-waits = { $place }에 아직 보내지 않음, 제{ $revision }판
# 操作の記録
record-looked = 처리 기록
# 自動
record-source-system = 자동
# 自動判定
record-source-derived = 자동 판정
# 別のカード
record-source-second_card = 다른 카드
# カード
record-source-card = 카드
# 転出証明書
record-source-extract = 전출증명서
# 住民記録
record-source-register = 주민 기록
# 書類
record-source-document = 서류
# 家での入力
record-source-preentry = 집에서 입력
# ご本人入力
record-source-resident = 본인 입력
# 聞き取り
record-source-interview = 창구에서 들음
# 内容を見た
record-did-looked = 내용을 봄
# 確認した
record-did-confirmed = 확인함
# 直した
record-did-corrected = 고침
# 印刷した
record-did-printed = 인쇄함
# 印刷できなかった
record-did-not-printed = 인쇄하지 못함
# 送付した
record-did-sent = 보냄
# 届いたか分からない
record-did-unsure = 보냈으나 도착 여부를 알 수 없음
# 送付を保留した
record-did-held = 보내기를 보류함
# 送付先の回答を受けた
record-did-answered = 답변을 받음
# 担当が替わった
record-did-taken-over = 담당자가 바뀜
# 案内票に印をつけた・消した
record-did-ticked = 안내표의 표시를 바꿈
# 取り下げた
record-did-withdrawn = 취하함
# 消した
record-did-erased = 삭제함
# 控えやファイルにした
record-did-copied = 사본 또는 파일로 저장함
# ほかの操作をした
record-did-other = 그 밖의 처리
# { $what }（{ $by }）
record-by = { $what } ({ $by })
