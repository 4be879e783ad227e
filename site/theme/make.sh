#!/usr/bin/env bash
# Draws social.png from social.html with the machine's Chromium, in Noto Sans CJK JP.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
sandbox=$([ "$(id -u)" -eq 0 ] && echo --no-sandbox || true)
chromium --headless $sandbox --disable-gpu --hide-scrollbars --window-size=1200,630 --force-device-scale-factor=1 --screenshot="$PWD/social.png" "file://$PWD/social.html"
