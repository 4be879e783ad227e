// The rules that html-validate applies to every page, and the reason for each recommended rule that is off.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Matters of style that make no difference to a browser: Razor writes <br />, and keeps the white space of its templates.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // The rule's maximum length of a title suits search results in Latin script, and the rule counts escaped characters. The site itself
    // shortens the page's part of a title to 60 characters.
    'long-title': 'off',
    // The rule requires a submit button in every form, but a filter takes effect as soon as a reader chooses a value.
    'wcag/h32': 'off',
    // The rule recognizes only a style attribute, which the site's Content-Security-Policy forbids. The style sheet keeps telephone
    // numbers on one line.
    'tel-non-breaking': 'off',
    // Requires integrity hashes only for files of other sites, of which there are none. The site's own files have a hash of their content
    // in their names.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
