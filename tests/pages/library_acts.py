"""What real libraries do with attributes that a definition must not have: an act for each library and table row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from rtpsnippets import Button, Event, Link, render
from rtpsnippets.events.element import Element

ACTED = "/acted"
"""The address that each act requests, through code or directly."""

LOADED = "/loaded"
"""A page and a script that request it when loaded into another page, but not when opened through a link."""

_CODE = f"fetch('{ACTED}')"
_CALL = f"constructor.constructor({json.dumps(_CODE)})()".replace('"', "`")
_TEXT_CALL = f"{{{{''.sub.{_CALL}}}}}".replace("`", '"')
_ANGULAR_CALL = f"$on.{_CALL}".replace("`", '"')
_IMAGE = f'<img src=data:, onerror="{_CODE}">'
_JQUERY = "jquery/dist/jquery.js"


@dataclass(frozen=True)
class Act:
    """A library's files, the code before and after them, the page around the element, and the element's attributes.

    `method` is that of the request that shows the act; `how` is what a visitor does to trigger it.
    """

    library: str
    files: tuple[str, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)
    label: str = "Go"
    before: str = ""
    start: str = ""
    page: str = "{}"
    method: str = "GET"
    how: str = "click"
    kind: str = "button"

    @property
    def name(self) -> str:
        """The library and the attribute."""
        return f"{self.library}: {['label', *self.attributes][-1]}"

    def define(self) -> Element:
        """The element, as in a definition."""
        return Link(self.label, self.attributes) if self.kind == "link" else Button(self.label, self.attributes)

    def snippet(self) -> str:
        """The snippet of the element, without validation."""
        event = Event("go", "Go!", Button("Go"), link=Link("Go", {"href": "/"}))
        element = event.elements[self.kind]
        object.__setattr__(element, "label", self.label)
        object.__setattr__(element, "attributes", self.attributes)
        return render(event, self.kind)


def _link(library: str, files: tuple[str, ...], attributes: Mapping[str, str], **more: str) -> Act:
    return Act(library, files, {"href": ACTED, **attributes}, kind="link", **more)


def _fancybox(attributes: Mapping[str, str]) -> Act:
    return Act("fancybox", _FANCYBOX, attributes, start=_FANCYBOX_STARTS)


def _ready(code: str) -> str:
    return f"addEventListener('DOMContentLoaded', () => {{ {code} }})"


_ANGULAR = ("angular/angular.js",)
_APP = "<div ng-app>{}</div>"
_STIMULUS = ("@hotwired/stimulus/dist/stimulus.umd.js",)
_CONTROLLER = (
    "Stimulus.Application.start().register('a', class extends Stimulus.Controller {{ {}() {{ " + _CODE + " }} }})"
)
_RAILS = ("@rails/ujs/app/assets/javascripts/rails-ujs.js",)
_JQUERY_UJS = (_JQUERY, "jquery-ujs/src/rails.js")
_BOOTSTRAP = (_JQUERY, "bootstrap/dist/js/bootstrap.js")
_TOOLTIP = _ready("jQuery('[data-toggle=tooltip]').tooltip()")
_FANCYBOX = (_JQUERY, "@fancyapps/fancybox/dist/jquery.fancybox.js")
_LIGHTBOX = (_JQUERY, "lightbox2/dist/js/lightbox.js")
_TURBO = ("@hotwired/turbo/dist/turbo.es2017-umd.js",)
_DATASTAR = ("datastar.js",)
_COUNT = f"Object.defineProperty(window, 'count', {{ get: () => 1, set: () => {_CODE} }})"
_HTMX = "htmx-2/dist/htmx.js"
_UIKIT = ("uikit/dist/js/uikit.js",)
_IN_LIGHTBOX = "<div uk-lightbox>{}</div>"
_FANCYBOX_STARTS = _ready("jQuery('body [onclick]').fancybox()")
_FEATHERLIGHT = (_JQUERY, "featherlight/release/featherlight.min.js")
_ANGULAR_NAME = f"a[{_ANGULAR_CALL}]"

ACTS = (
    # Doubled braces.
    Act("AngularJS", _ANGULAR, label=_TEXT_CALL, page=_APP),
    *(Act("AngularJS", _ANGULAR, {name: _TEXT_CALL}, page=_APP) for name in ("id", "name", "title", "class", "data-x")),
    *(_link("AngularJS", _ANGULAR, {name: _TEXT_CALL}, page=_APP) for name in ("aria-x", "target", "rel", "type")),
    *(_link("AngularJS", _ANGULAR, {name: _TEXT_CALL}, page=_APP) for name in ("href", "download", "hreflang")),
    Act("Vue", ("vue/dist/vue.global.prod.js",), label=_TEXT_CALL, start=_ready("Vue.createApp({}).mount('body')")),
    Act(
        "Vue", ("petite-vue/dist/petite-vue.iife.js",), label=_TEXT_CALL, start=_ready("PetiteVue.createApp().mount()")
    ),
    # The others, in the order of the table.
    *(
        Act("AngularJS", _ANGULAR, {"class": f"a;{name}: {_ANGULAR_CALL}"}, page=_APP)
        for name in ("ng-init", "ngInit", "X_ng__init", "data-ng-Init")
    ),
    Act("AngularJS", _ANGULAR, {"class": f"ng-include: '{ACTED}'"}, page=_APP, how="wait"),
    Act("AngularJS", _ANGULAR, {"data-src": f"'{ACTED}'", "class": "ng-include"}, page=_APP, how="wait"),
    *(
        Act("AngularJS", _ANGULAR, {"name": _ANGULAR_NAME, "class": name}, page=_APP, how="wait")
        for name in ("ng-form", "a ngForm b", "x-ng-form", "DATA_ng_form", "\u00e9ng-form", "--ng-form", "x-_ngForm")
    ),
    _link(
        "ThickBox",
        (_JQUERY, "wp-includes/js/thickbox/thickbox.js"),
        {"href": f"{LOADED}.html", "class": "a thickbox"},
        before="thickboxL10n = {}",
        page='<link rel="stylesheet" href="/libraries/wp-includes/js/thickbox/thickbox.css"/>{}',
    ),
    Act("AngularJS", _ANGULAR, {"data-ng-app": "", "data-ng-init": _ANGULAR_CALL}),
    Act(
        "Knockout",
        ("knockout/build/output/knockout-latest.js",),
        {"data-bind": f"text: {_CODE}"},
        start=_ready("ko.applyBindings({})"),
    ),
    Act("hyperscript", ("hyperscript.org/dist/_hyperscript.js",), {"data-script": f"on click js {_CODE} end"}),
    Act(
        "Dojo",
        ("dojo/dojo.js",),
        {"data-dojo-type": "dojo/Stateful", "data-dojo-props": f"a: {_CODE}"},
        start="require(['dojo/parser', 'dojo/Stateful', 'dojo/domReady!'], parser => parser.parse())",
    ),
    *(
        Act("Datastar", _DATASTAR, {name: _CODE})
        for name in ("data-on-click", "data-signals", "data-signals-a", "data-attr", "data-attr-title", "data-class")
    ),
    *(Act("Datastar", _DATASTAR, {name: _CODE}) for name in ("data-class-a", "data-show", "data-text")),
    Act("Datastar", _DATASTAR, {"data-text": "count--"}, start=_COUNT, how="wait"),
    Act("Datastar", _DATASTAR, {"data-replace-url": _CODE}),
    Act("Datastar", ("datastar-aliased.js",), {"data-star-on-click": _CODE}),
    Act("Datastar", _DATASTAR, {"data-attr-onclick": r"'fetch\x28\x22/acted\x22\x29'"}),
    Act("htmx", (_HTMX,), {"data-hx-on-click": _CODE}),
    Act("htmx", (_HTMX,), {"data-hx-get": ACTED}),
    _link(
        "htmx",
        (_HTMX, "htmx-2/dist/ext/include-vals.js"),
        {"href": "/", "data-include-vals": f"a: {_CODE}"},
        page='<div hx-boost="true" hx-ext="include-vals">{}</div>',
    ),
    Act(
        "htmx",
        (_HTMX, "htmx-2/dist/ext/sse.js"),
        {"data-sse-connect": ACTED},
        page='<div hx-ext="sse">{}</div>',
        how="wait",
    ),
    Act(
        "htmx",
        (_HTMX, "htmx-2/dist/ext/ws.js"),
        {"data-ws-connect": ACTED},
        page='<div hx-ext="ws">{}</div>',
        before=f"WebSocket = function () {{ {_CODE}; }}",  # which Firefox doesn't report
        how="wait",
    ),
    Act("htmx", ("htmx-4/dist/htmx.js",), {"data-hx-get": "/", "data-hx-trigger": f"click[{_CODE}]"}),
    Act("htmx", ("htmx-4/dist/htmx.js",), {"data-hx-get": ACTED}),
    _link(
        "jQuery Unobtrusive Ajax",
        (_JQUERY, "jquery-ajax-unobtrusive/dist/jquery.unobtrusive-ajax.js"),
        {"href": "/", "data-ajax": "true", "data-ajax-begin": _CODE},
    ),
    _link("rails-ujs", _RAILS, {"href": LOADED, "data-type": "script", "data-remote": "true"}),
    _link("jquery-ujs", _JQUERY_UJS, {"href": LOADED, "data-type": "script", "data-remote": "true"}),
    Act(
        "Bootstrap 3",
        _BOOTSTRAP,
        {"data-toggle": "modal", "data-target": "#modal", "data-remote": f"{LOADED}.html"},
        page='<div id="modal"><div class="modal-content"></div></div>{}',
    ),
    _link("rails-ujs", _RAILS, {"data-method": "delete"}, method="POST"),
    _link("jquery-ujs", _JQUERY_UJS, {"data-method": "delete"}, method="POST"),
    _link(
        "Unpoly",
        ("unpoly/unpoly.js",),
        {"data-method": "post"},
        start="up.link.config.followSelectors.push('a[href]')",
        method="POST",
    ),
    _link("Turbo", _TURBO, {"data-turbo-method": "delete"}, method="DELETE"),
    _link("Turbo", _TURBO, {"data-turbo-preload": ""}, how="wait"),
    Act("Stimulus", _STIMULUS, {"data-controller": "a"}, start=_CONTROLLER.format("connect")),
    Act(
        "Stimulus",
        _STIMULUS,
        {"data-action": "a#go"},
        start=_CONTROLLER.format("go"),
        page='<div data-controller="a">{}</div>',
    ),
    Act(
        "WordPress's Interactivity API",
        ("interactivity.js",),
        {"data-wp-init": "a::go"},
        start=f"bundle.store('a', {{ go() {{ {_CODE} }} }})",
        page="<div data-wp-interactive='a'>{}</div>",
        how="wait",
    ),
    Act("UIkit", _UIKIT, {"data-uk-svg": f"{LOADED}.svg"}, how="wait"),
    Act("UIkit", _UIKIT, {"data-src": ACTED, "data-uk-img": ""}, how="wait"),
    Act("UIkit", _UIKIT, {"data-uk-tooltip": json.dumps({"title": _IMAGE}).replace("<", "\\u003c")}, how="hover"),
    _link("UIkit", _UIKIT, {"href": "/i.svg", "data-attrs": f"onload: {_CODE}"}, page=_IN_LIGHTBOX),
    Act(
        "Foundation",
        (_JQUERY, "foundation-sites/dist/js/foundation.js"),
        {"data-interchange": f"[{LOADED}.html, (min-width: 1px)]"},
        start=_ready("jQuery(document).foundation()"),
        how="wait",
    ),
    Act("Featherlight", _FEATHERLIGHT, {"data-featherlight": f"{LOADED}.html"}),
    _link(
        "jQuery Modal",
        (_JQUERY, "jquery-modal/jquery.modal.js"),
        {"href": f"{LOADED}.html", "rel": "modal:open"},
    ),
    _fancybox({"data-src": f"{LOADED}.html", "data-type": "ajax"}),
    _fancybox({"data-src": f"{LOADED}.html", "data-default-type": "ajax"}),
    Act(
        "fancybox",
        _FANCYBOX,
        {"data-src": "/x.mp4", "data-thumb": f'" onloadstart="{_CODE}', "data-fancybox": ""},
    ),
    _fancybox(
        {"data-options": json.dumps({"type": "iframe", "src": f"javascript:parent.{_CODE}"}).replace("j", "\\u006a")}
    ),
    _fancybox({"data-type": "iframe", "data-src": f" JavaScript:parent.{_CODE}"}),
    _link("fancybox", _FANCYBOX, {"href": f'/" onerror="{_CODE}" a=".mp4'}, start=_FANCYBOX_STARTS),
    _fancybox({"data-src": f'/" onerror="{_CODE}" a=".mp4'}),
    _fancybox({"data-src": "/x.mp4", "data-thumb": f'" onloadstart="{_CODE}'}),
    _fancybox({"data-src": "/x.mp4", "data-video-format": f'" onerror="{_CODE}'}),
    _fancybox({"data-src": "/x.mp4", "data-video": json.dumps({"format": f'" onerror="{_CODE}'})}),
    _fancybox({"data-src": "/", "data-type": "iframe", "data-iframe": json.dumps({"attr": {"onload": _CODE}})}),
    _fancybox(
        {
            "data-src": "/x",
            "data-media": json.dumps({"a": {"matcher": "x", "type": "iframe", "url": f"java\tscript:parent.{_CODE}"}}),
        }
    ),
    Act("Bootstrap 3", _BOOTSTRAP, {"data-toggle": "modal", "data-target": _IMAGE}),
    Act("Bootstrap 3", _BOOTSTRAP, {"data-toggle": "tooltip", "data-html": "true", "title": _IMAGE}, start=_TOOLTIP),
    _link("fancybox", _FANCYBOX, {"href": "/i.svg", "data-caption": _IMAGE}, start=_FANCYBOX_STARTS),
    _fancybox({"data-src": "/i.svg", "data-caption": json.dumps([_IMAGE]).replace("<", "\\u003c")}),
    _link("Lightbox", _LIGHTBOX, {"href": "/i.svg", "data-lightbox": "a", "title": _IMAGE}),
    _link("Lightbox", _LIGHTBOX, {"href": "/i.svg", "data-lightbox": "a", "data-title": _IMAGE}),
    _link("UIkit", _UIKIT, {"href": "/i.svg", "data-caption": _IMAGE}, page=_IN_LIGHTBOX),
)

_ALPINE = ("alpinejs/dist/cdn.js",)
_IN_ALPINE = "<div x-data>{}</div>"

NO_ACTS = (
    Act("Alpine", _ALPINE, label=f"{{{{ {_CODE} }}}}", page=_IN_ALPINE),
    Act("Alpine", _ALPINE, {"data-x-data": "{}", "data-x-init": _CODE, "data-x-on-click": _CODE}, page=_IN_ALPINE),
    Act("Unpoly", ("unpoly/unpoly.js",), {"data-up-href": ACTED, "data-up-follow": ""}),
    Act(
        "Stimulus",
        _STIMULUS,
        {"data-action": "go"},
        start=_CONTROLLER.format("go"),
        page='<p data-controller="a">{}</p>',
    ),
    Act("rails-ujs", _RAILS, {"data-type": "script", "data-url": ACTED, "data-params": "a=b"}),
    Act("AngularJS", _ANGULAR, {"class": "padding-x ngo swing-a x-ng btn", "data-x-ng-init": _ANGULAR_CALL}, page=_APP),
    Act("AngularJS", _ANGULAR, {"class": "xNgForm dataNgForm xng-form ngo", "name": _ANGULAR_NAME}, page=_APP),
    Act("Datastar", _DATASTAR, {"data-text": "count-count"}, start=_COUNT),
    Act("Datastar", _DATASTAR, {"data-onclick": _CODE, "data-textual": _CODE, "data-attribution": _CODE}),
    Act("Bootstrap 3", _BOOTSTRAP, {"data-toggle": "modal", "data-target": "a < b"}),
    _link("fancybox", _FANCYBOX, {"href": f"/%22 onerror=%22{_CODE}%22 a=%22.mp4"}, start=_FANCYBOX_STARTS),
)
"""Similar attributes without effect: a definition may have them, except for the braces."""
