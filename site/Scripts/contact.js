// Says which figure a reader came from, so that it can be named in what is written.
const id = new URLSearchParams(location.search).get('figure') ?? '';
if (/^[a-z]+-[0-9]+(-[0-9]+)?$/.test(id)) {
  const code = document.createElement('code');
  code.textContent = id;
  document.getElementById('about-figure').append('お問い合わせの数値の管理番号は ', code, ' です。');
}
