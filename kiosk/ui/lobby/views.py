"""Which page shows which place of the way after the first page."""

from kiosk.flow.lobby.pages import Place
from kiosk.ui.lobby.card_view import CardView
from kiosk.ui.lobby.check_view import CheckView
from kiosk.ui.lobby.choosing import NavigatorView, PeopleView, PurposeView, WhoseView
from kiosk.ui.lobby.inquiry_views import NumberView, StandingView
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.question_view import AskView
from kiosk.ui.lobby.sign_view import SignView
from kiosk.ui.lobby.slip_view import KeepingView, SlipView
from kiosk.ui.lobby.staff_view import StaffView
from kiosk.ui.lobby.view import LobbyView

_VIEWS: dict[Place, type[LobbyView]] = {
    Place.PURPOSE: PurposeView,
    Place.NAVIGATOR: NavigatorView,
    Place.PEOPLE: PeopleView,
    Place.NUMBER: NumberView,
    Place.STANDING: StandingView,
    Place.CARD: CardView,
    Place.WHOSE: WhoseView,
    Place.QUESTION: AskView,
    Place.CHECK: CheckView,
    Place.SIGN: SignView,
    Place.KEEPING: KeepingView,
    Place.SLIP: SlipView,
    Place.STAFF: StaffView,
}


def made(place: Place, kit: LobbyKit) -> LobbyView:
    """A fresh page of any place but the first one."""
    return _VIEWS[place](kit)
