"""Mistakes in a destination of municipality.toml are told with place and what is allowed; the counter opens."""

import shutil
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.destinations import ToFolder, ToRobot
from kiosk.settings import FILE
from tests.edited_town import Town, named
from tests.read_before import begun
from tests.visits import FORMS


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begun(tmp_path_factory.mktemp("town") / "cache")


@pytest.fixture
def town(tmp_path: Path, cache: Path) -> Town:
    return Town(Path(shutil.copytree(FORMS, tmp_path / "forms")), cache)


TO_FOLDER = 'kind = "folder"\npath = "outgoing"'
ROBOT = """\
kind = "rpa"
window = "異動入力"
keys = ["[氏名]", "Tab"]
done = "完了"
refused = "エラー"
after = ["Return"]
"""
SERVICE = 'kind = "service"\n'
KEY = "age1r4hev09uwldespllm57r20vgc39q7c6awdpf3525sm2y77fvjyws38tg89"
SECRET = f"AGE-SECRET-KEY-1{'Q' * 58}"
GOOD = f'{SERVICE}url = "https://example.jp/in"\n'
BUCKET = (
    'kind = "s3"\nendpoint = "https://s3.example.jp"\nbucket = "juki-in"\naccess_key = "KIOSK"\nsecret = "s3-key"\n'
)
HUB = (
    '[[destination]]\nnumber = 9\nname = "中継"\nkind = "hub"\nhost = "hub.example.jp"\nca = "/etc/hub-ca.pem"\n'
    f'key_name = "hub-machine"\nsecret = "hub-shared"\nrecipient = "{KEY}"'
)
OTHER_HUB = HUB.replace("number = 9", "number = 8").replace('"中継"', '"中継2"')
SECOND = '[[destination]]\nnumber = 1\nname = "庁内連携"\nkind = "folder"\npath = "/srv/hall"\n'


@pytest.mark.parametrize(
    ("old", "new", "place", "allowed"),
    [
        ('path = "outgoing"', 'path = "data"', "destination[0].path", "受け取り側"),
        ('path = "outgoing"', 'path = "./"', "destination[0].path", "受け取り側"),
        ('path = "outgoing"', 'path = "/"', "destination[0].path", "受け取り側"),
        ('\nkind = "folder"', '\nkind = "fodler"', "destination[0].kind", "folder"),
        ('\nkind = "folder"\npath = "outgoing"', '\nkind = "service"', "destination[0].url", ""),
        (TO_FOLDER, f'{SERVICE}url = "http://example.jp/in"', "destination[0].url", "https://"),
        (TO_FOLDER, f'{SERVICE}url = "https://a:b@example.jp/in"', "destination[0].url", "https://"),
        (TO_FOLDER, f'{GOOD}auth = "basic"', "destination[0].auth", "client_secret_basic"),
        (TO_FOLDER, f'{GOOD}auth = "private_key_jwt"', "destination[0].token_url", "token_url"),
        (TO_FOLDER, f'{GOOD}secret = "kiosk-1"', "destination[0].auth", "client_secret_jwt"),
        (TO_FOLDER, f'{GOOD}ca = "../ca.pem"', "destination[0].ca", "データの場所"),
        (TO_FOLDER, f"{GOOD}timeout = 0", "destination[0].timeout", "1"),
        ('path = "outgoing"', f'recipient = "{KEY}"', "destination[0].encrypt", "age"),
        ('path = "outgoing"', 'encrypt = "age"', "destination[0].recipient", "age1"),
        ('path = "outgoing"', f'encrypt = "age"\nrecipient = "{KEY[:-1]}q"', "destination[0].recipient", "公開鍵）"),
        ('path = "outgoing"', 'encrypt = "age"\nrecipient = "age1abc"', "destination[0].recipient", "62文字"),
        (TO_FOLDER, BUCKET.replace("https", "http"), "destination[0].endpoint", "https://"),
        (TO_FOLDER, BUCKET.replace("juki-in", "住記"), "destination[0].bucket", "バケットの名前"),
        (TO_FOLDER, BUCKET.replace('secret = "s3-key"', ""), "destination[0].secret", ""),
        (TO_FOLDER, f'{BUCKET}prefix = "../x"', "destination[0].prefix", "/ で区切る"),
        (TO_FOLDER, f'{BUCKET}ca = "../ca.pem"', "destination[0].ca", "データの場所"),
        (TO_FOLDER, f'{BUCKET}[[destination]]\nnumber = 2\nname = "別"\n{BUCKET}', "destination[1].bucket", "別の値"),
        ('path = "outgoing"', 'path = "outgoing"\nthrough = 9', "destination[0].through", "いまはありません"),
        (TO_FOLDER, f'{TO_FOLDER}\nthrough = 9\n{HUB[:-2]}q"', "destination[1].recipient", "市の公開鍵"),
        (TO_FOLDER, f"{TO_FOLDER}\nthrough = 9\n{HUB}\nthrough = 9", "destination[1].through", "（9）"),
        (TO_FOLDER, f"{TO_FOLDER}\n{HUB}\nshare = true\n{OTHER_HUB}\nshare = true", "destination[2].share", "1つ"),
        (TO_FOLDER, f'{TO_FOLDER}\n{HUB}\nshare = "yes"', "destination[1].share", "true"),
        (TO_FOLDER, f"{TO_FOLDER}\n{HUB}\nport = 0", "destination[1].port", "1"),
        (TO_FOLDER, 'kind = "printer"\nqueue = "juki a4"', "destination[0].queue", "CUPS"),
        (TO_FOLDER, ROBOT.replace("完了", "異動入力"), "destination[0].done", "登録できたとき"),
        (TO_FOLDER, ROBOT.replace("[氏名]", "F1"), "destination[0].keys", "項目名"),
        (TO_FOLDER, ROBOT.replace("Return", "[氏名]"), "destination[0].after", "キー"),
        (TO_FOLDER, ROBOT.replace('"Tab"', '"Tab; rm"'), "destination[0].keys[1]", "ctrl+s"),
        (TO_FOLDER, f'{ROBOT}path = "data"\n', "destination[0].path", "受け取り側"),
        (TO_FOLDER, f'{GOOD}client_secret = "x"', "destination[0].client_secret", "client_id"),
        ("number = 1\n", "", "destination[0].number", ""),
        ("number = 1\n", "number = 0\n", "destination[0].number", "1以上"),
        ('path = "outgoing"', 'path = "../outgoing"', "destination[0].path", "/ で始まる"),
        ('path = "outgoing"', 'mode = "0777"', "destination[0].mode", "0640"),
        ('path = "outgoing"', 'procedures = ["P99"]', "destination[0].procedures", "P01"),
        ('path = "outgoing"', 'procedures = ["P01"]', "destination", "procedures を書かない"),
        ('path = "outgoing"', "spreadsheet_save = true", "destination[0].spreadsheet_save", "spreadsheet_safe"),
        ('path = "outgoing"', f'path = "outgoing"\n{SECOND}', "destination[1].number", "別の値"),
    ],
)
def test_a_wrong_destination_is_named_and_the_counter_still_opens(
    town: Town, old: str, new: str, place: str, allowed: str
) -> None:
    found = named(town, old, new, place=place)
    assert allowed in found.allowed, found
    assert found.line > 0, found


def test_two_destinations_share_the_procedures_and_one_may_take_them_all(town: Town) -> None:
    second = SECOND.replace("number = 1", "number = 2") + 'procedures = ["P01"]\nbom = true\nheader = "ローマ字"\n'
    town.change(FILE, 'path = "outgoing"', f'path = "outgoing"\n{second}')
    catalogue = load_catalogue(town.root, cache=town.cache)
    assert catalogue.issues == ()
    one, two = catalogue.city.destinations
    assert [(each.number, each.takes("P01"), each.takes("P10")) for each in (one, two)] == [
        (1, True, True),
        (2, True, False),
    ]
    assert isinstance(two, ToFolder)
    assert (two.header, two.bom, two.spreadsheet_safe, two.mode) == ("ローマ字", True, True, "0640")


def test_a_robot_has_its_script_in_a_file_of_its_own_and_what_is_wrong_there_is_told_there(town: Town) -> None:
    town.change(FILE, TO_FOLDER, 'kind = "rpa"\nscreen = "sample"\nencoding = "cp932"\npath = "juki"')
    catalogue = load_catalogue(town.root, cache=town.cache)
    assert catalogue.issues == ()
    (place,) = catalogue.city.destinations
    assert isinstance(place, ToRobot)
    assert (place.window, place.keys[:2], place.ask_why) == ("異動入力", ("[氏名]", "Tab"), ("ctrl+a", "ctrl+c"))
    script = "exchange/robot/sample.toml"
    for old, new, where in (
        ('"[氏名]", "Tab"', '"[氏明]", "Tab"', f"{script} keys"),
        ('"[氏名]", "Tab"', '"[氏名]", "Tab Tab"', f"{script} keys[1]"),
        ("window =", "windows =", f"{script} windows"),
        ("done = ", "done = 3 # ", f"{script} done"),
    ):
        town.change(script, old, new)
        assert where in {issue.where for issue in read_forms(town.root, cache=town.cache).issues}, where
        town.change(script, new, old)
    town.change(FILE, 'screen = "sample"', 'screen = "sampel"')
    issue = next(iter(load_catalogue(town.root, cache=town.cache).issues))
    assert (issue.where, issue.allowed) == ("municipality.toml destination[0].screen", "sample")


def test_a_secret_key_in_the_place_of_a_public_one_is_said_to_be_one_and_repeated_nowhere(town: Town) -> None:
    town.change(FILE, 'path = "outgoing"', f'encrypt = "age"\nrecipient = "{SECRET}"')
    (issue,) = load_catalogue(town.root, cache=town.cache).issues
    assert "秘密鍵" in issue.message
    assert "QQQ" not in str(issue)


@pytest.mark.parametrize(
    ("header", "typed", "allowed"),
    [("項目名", "氏明", "氏名"), ("項目名", "電話番号の", "電話番号"), ("ローマ字", "氏名", "")],
)
def test_what_a_robot_types_is_a_column_of_its_record(town: Town, header: str, typed: str, allowed: str) -> None:
    robot = ROBOT.replace("[氏名]", f"[{typed}]")
    town.change(FILE, TO_FOLDER, f'{robot}header = "{header}"\n')
    (issue,) = read_forms(town.root, cache=town.cache).issues
    assert (issue.where, f"[{typed}]" in issue.message) == ("municipality.toml destination[0].keys", True)
    assert issue.line > 0
    assert allowed in issue.allowed
    assert issue.allowed
