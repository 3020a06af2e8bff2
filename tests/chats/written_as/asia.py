"""KakaoTalk and LINE."""

import csv
import io
from collections.abc import Sequence
from itertools import groupby

from benchmarks.generator import Said


def kakao(said: Sequence[Said]) -> dict[str, bytes]:
    lines = ["Bob 님과 카카오톡 대화", "저장한 날짜 : 2026년 9월 1일 오후 3:10", ""]
    for day, rows in groupby(said, lambda one: one.at.date()):
        lines += ["", f"{day.year}년 {day.month}월 {day.day}일 오전 12:00"]
        lines += [f"{_korean(one)}, {one.name} : {one.text}" for one in rows]
    return {"KakaoTalkChats.txt": "\r\n".join(lines).encode("utf-8-sig")}


def _korean(one: Said) -> str:
    half = "오전" if one.at.hour < 12 else "오후"
    day = f"{one.at.year}년 {one.at.month}월 {one.at.day}일"
    return f"{day} {half} {one.at.hour % 12 or 12}:{one.at:%M}"


def kakao_csv(said: Sequence[Said]) -> dict[str, bytes]:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["Date", "User", "Message"])
    writer.writerows([one.at.isoformat(" "), one.name, one.text] for one in said)
    return {"KakaoTalk_Chat_Bob.csv": stream.getvalue().encode("utf-8-sig")}


def line(said: Sequence[Said]) -> dict[str, bytes]:
    lines = ["[LINE] Bobとのトーク履歴", "保存日時: 2026/09/01 15:10"]
    for day, rows in groupby(said, lambda one: one.at.date()):
        lines += ["", f"{day:%Y/%m/%d}({'月火水木金土日'[day.weekday()]})"]
        lines += [f"{one.at:%H:%M}\t{one.name}\t{_quoted(one.text)}" for one in rows]
    return {"[LINE]Bob.txt": "\n".join(lines).encode()}


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text else text
