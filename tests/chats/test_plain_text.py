"""Texts that are no chats are told before they are read whole."""

from pathlib import Path

import pytest

from amends.chats import DamagedExport, TooLarge, read

KAKAO = "2024년 1월 5일 오후 3:10, Bob : ".encode()
HEADS = {
    "KakaoTalkChats.txt": "Bob 님과 카카오톡 대화\n\n".encode() + KAKAO,
    "LINE.txt": "[LINE] Bobとのトーク履歴\n\n2024/01/05(金)\n15:10\tBob\t".encode(),
    "KakaoTalk_Chat.csv": b'Date,User,Message\n2024-01-05 15:10:00,Bob,"',
    "talk.csv": b'sent_at,sender,text\n2024-01-05T15:10:00,Bob,"',
    "Messages - Bob.csv": b'Message Date,Sender Name,Text\n2024-01-05 15:10:00,Bob,"',
    "Bob.txt": b"Jan 05, 2024  3:10:00 PM\nBob\n",
    "chat.md": b"[2024-01-05 15:10:00] Bob: ",
}


BY_ROW = {"talk.csv"}
"""Read row by row: what is no row is kept aside."""


@pytest.mark.parametrize("name", HEADS)
def test_an_endless_line_is_too_large(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HEADS[name] + b"a" * 20_000_000)

    with pytest.raises(TooLarge):
        read([tmp_path / name])


@pytest.mark.parametrize("name", sorted(HEADS.keys() - BY_ROW))
def test_a_file_with_a_hole_is_damaged(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HEADS[name] + b"hi\n" * 2000 + bytes(5000))

    with pytest.raises(DamagedExport):
        read([tmp_path / name])
