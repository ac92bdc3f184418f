"""Where things are on the cards: application identifiers, files, keys and how many tries each key has."""

from kiosk.model.card import Secret

TEXT_AP = bytes.fromhex("D3921000310001010408")
"""券面事項入力補助AP."""

COMMON_AP = bytes.fromhex("D3921000310001010100")
"""共通カードAP: its record file carries the expiry and is free to read."""

LICENCE_DF1 = bytes.fromhex("A0000002310100000000000000000000")
"""運転免許証, DF1."""

RESIDENCE_DF1 = bytes.fromhex("D392F0004F0200000000000000000000")
"""在留カード and 特別永住者証明書, DF1."""

BASIC_FOUR = 0x0002
"""EF of the 基本4情報 in the text AP."""

COMMON_RECORD_SFI = 1
"""Short id of the common application's record file."""

KEY_FILE = {Secret.PIN: 0x0011, Secret.NUMBER_B: 0x0015}
"""Key EF of each secret in the text AP."""

DIGITS = {Secret.PIN: 4, Secret.NUMBER_B: 14}
"""How many digits each secret has."""

FULL_TRIES = {Secret.PIN: 3, Secret.NUMBER_B: 10}
"""Tries of a fresh key."""
