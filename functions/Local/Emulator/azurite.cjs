'use strict';
// Runs Azurite for exactly as long as stdin stays open: the parent closes it to stop Azurite, and the kernel closes it when the parent is
// killed.

// A terminal sends SIGINT and SIGHUP to every process of the group. Both signals are ignored, and Azurite's own handler for SIGINT is not
// registered, because the parent decides when Azurite stops.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};

// After the parent has exited, a failing write to its pipes must not prevent the shutdown.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const graceMilliseconds = 8000;
const stop = () => {
  // Azurite writes its data files when it handles SIGTERM. If it has no handler for that signal yet, it has nothing to write, so the
  // process exits at once.
  if (!process.emit('SIGTERM')) process.exit(0);
  setTimeout(() => process.exit(1), graceMilliseconds).unref();
};
process.stdin.on('end', stop).on('error', stop).resume();

const ofAzurite = (name) => require.resolve(name, { paths: [require.resolve('azurite/package.json')] });

// Azurite matches each request against the URI templates of all operations, parses every template again for each request, and matches the
// same path with the same template dozens of times. Here the parsed templates are cached, each with its latest match.
const uriTemplates = require(ofAzurite('uri-templates'));
const rememberMatch = (template) => {
  let [path, match] = [];
  const fromUri = (uri, options) => {
    if (uri !== path) [path, match] = [uri, template.fromUri(uri, options)];
    return match;
  };
  return { fromUri };
};
const parsed = new Map();
require.cache[ofAzurite('uri-templates')].exports = (template) => {
  if (!parsed.has(template)) parsed.set(template, rememberMatch(uriTemplates(template)));
  return parsed.get(template);
};

// Azurite queries its database by account, container and name, in this order. The database uses only the index of the first property, so
// each query would scan every blob of the account. With the name first, the index leaves only a few blobs to compare.
const { Collection } = require(ofAzurite('lokijs'));
const nameFirst = (query) => {
  const names = ['name', 'RowKey'].filter((property) => query?.[property] !== undefined);
  return { ...Object.fromEntries(names.map((property) => [property, query[property]])), ...query };
};
const { findOne, find } = Collection.prototype;
Collection.prototype.findOne = function (query) { return findOne.call(this, nameFirst(query)); };

// The database rebuilds all indices after a removal by query. Removing the documents one at a time only updates the indices.
Collection.prototype.findAndRemove = function (query) {
  for (const found of find.call(this, nameFirst(query))) this.remove(found);
};

// Azurite lists blobs in pages. For each page, the database scans every blob of the account for names after the marker (the last name of
// the previous page) and sorts the result. The query below uses the sorted index of names instead. It is not used for the first page, which
// has no marker, or for a listing with a prefix.
const { default: Blobs } = require('azurite/dist/src/blob/persistence/LokiBlobMetadataStore.js');
const listBlobs = Blobs.prototype.listBlobs;
Blobs.prototype.listBlobs = function (context, account, container, delimiter, blob, prefix, maxResults, marker, ...rest) {
  const names = blob ?? (marker && !prefix ? { $gt: marker } : undefined);
  return listBlobs.call(this, context, account, container, delimiter, names, prefix, maxResults, marker, ...rest);
};

// For a query, Azurite scans every entity of a table. If the query is restricted to one partition, as most queries of this app are, an
// index finds the entities of that partition, and only these are searched.
const { default: Tables } = require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js');
const queryTableEntities = Tables.prototype.queryTableEntities;
Tables.prototype.queryTableEntities = function (context, account, table, options, ...rest) {
  const [, partition] = /^\(?PartitionKey eq '((?:[^']|'')*)'/.exec(options.filter ?? '') ?? [];
  const isOne = partition !== undefined && !/ (or|not) /.test(options.filter);
  const chain = () => this.getEntityCollection(account, table, context).chain().find({ PartitionKey: partition.replaceAll("''", "'") });
  const store = isOne ? Object.create(this, { getEntityCollection: { value: () => ({ chain }) } }) : this;
  return queryTableEntities.call(store, context, account, table, options, ...rest);
};

// This script runs with `node -e`, so the arguments lack the script name that Azurite expects.
process.argv.splice(1, 0, 'azurite');
require('azurite/dist/src/azurite.js');
