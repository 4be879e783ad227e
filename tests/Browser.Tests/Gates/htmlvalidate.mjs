// What html-validate asks of every page, and why a rule of its recommendation is off.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Style, to a browser the same: Razor writes <br />, and leaves the white space of its templates.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // A limit of Latin search results, in escaped characters; the site itself ends a page's part of its title after 40 characters.
    'long-title': 'off',
    // A filter acts as one chooses; a button would do nothing more.
    'wcag/h32': 'off',
    // It sees only the style attribute, which the site's policy forbids; the style sheet keeps the numbers in one line.
    'tel-non-breaking': 'off',
    // The site loads nothing from elsewhere; what it loads is named by a hash of its content.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
