// Unless the settings contain another address for feedback, feedback links lead to the page that loads this script. The query parameter
// `figure` is the id (管理番号) of the indicator or statistic that the feedback is about. The script shows the id on the page, so that the
// reader can quote it in a message.
const id = new URLSearchParams(location.search).get('figure') ?? '';
if (/^[a-z]+-[0-9]+(-[0-9]+)?$/.test(id)) {
  const code = document.createElement('code');
  code.textContent = id;
  document.getElementById('about-figure').append('お問い合わせの数値の管理番号は ', code, ' です。');
}
