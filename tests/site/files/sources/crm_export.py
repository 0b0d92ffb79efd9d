"""Put the buttons of the CRM into the old pages."""

from html import escape

TEMPLATE = "<button onclick=\"rtp('send', 'event', {{value: '{value}'}})\">{label}</button>"


def button(value: str, label: str) -> str:
    return TEMPLATE.format(value=escape(value), label=escape(label))


def script(values: list[str]) -> str:
    return "\n".join(f"rtp('send', 'event', {{value: {value!r}}});" for value in values)
