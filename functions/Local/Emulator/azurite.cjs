'use strict';
// Runs Azurite for exactly as long as stdin stays open: the parent closes it to stop, and the kernel closes it when the parent is killed.

// A terminal sends Ctrl-C and its own closing to every process of the group; the parent decides, not they.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};

// With the parent gone, writing a log line must not stop the closing.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const graceMilliseconds = 8000;
const stop = () => {
  // Azurite writes its data files on SIGTERM; before it listens for that there is nothing to write.
  if (!process.emit('SIGTERM')) process.exit(0);
  setTimeout(() => process.exit(1), graceMilliseconds).unref();
};
process.stdin.on('end', stop).on('error', stop).resume();

const ofAzurite = (name) => require.resolve(name, { paths: [require.resolve('azurite/package.json')] });

// Azurite compares each request with the template of every operation and parses them all again. Parsed templates are kept.
const parse = require(ofAzurite('uri-templates'));
const parsed = new Map();
require.cache[ofAzurite('uri-templates')].exports = (template) => {
  if (!parsed.has(template)) parsed.set(template, parse(template));
  return parsed.get(template);
};

// Azurite asks its database for account, container and name, in this order. The database takes the first from an index, finds every blob of the account, and goes through them
// all at each call; of a name there are few.
const { Collection } = require(ofAzurite('lokijs'));
const nameFirst = (query) => {
  const names = ['name', 'RowKey'].filter((property) => query?.[property] !== undefined);
  return { ...Object.fromEntries(names.map((property) => [property, query[property]])), ...query };
};
const { findOne, find } = Collection.prototype;
Collection.prototype.findOne = function (query) { return findOne.call(this, nameFirst(query)); };

// The database rebuilds all indices after a removal by query. Removing one document at a time updates them.
Collection.prototype.findAndRemove = function (query) {
  for (const found of find.call(this, nameFirst(query))) this.remove(found);
};

// A list of blobs comes in pages, and for each of them all names after the last are wanted: the database looks through the account's every blob, and sorts what it found. An index has them
// in order. The first page is short, or there are few accounts as large.
const { default: Blobs } = require('azurite/dist/src/blob/persistence/LokiBlobMetadataStore.js');
const listBlobs = Blobs.prototype.listBlobs;
Blobs.prototype.listBlobs = function (context, account, container, delimiter, blob, prefix, maxResults, marker, ...rest) {
  const names = blob ?? (marker && !prefix ? { $gt: marker } : undefined);
  return listBlobs.call(this, context, account, container, delimiter, names, prefix, maxResults, marker, ...rest);
};

// A query goes through every entity of a table. Those of one partition, which is what we ask for, an index has.
const { default: Tables } = require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js');
const queryTableEntities = Tables.prototype.queryTableEntities;
Tables.prototype.queryTableEntities = function (context, account, table, options, ...rest) {
  const [, partition] = /^\(?PartitionKey eq '((?:[^']|'')*)'/.exec(options.filter ?? '') ?? [];
  const isOne = partition !== undefined && !/ (or|not) /.test(options.filter);
  const chain = () => this.getEntityCollection(account, table, context).chain().find({ PartitionKey: partition.replaceAll("''", "'") });
  const store = isOne ? Object.create(this, { getEntityCollection: { value: () => ({ chain }) } }) : this;
  return queryTableEntities.call(store, context, account, table, options, ...rest);
};

// Given to `node -e`, which leaves out the script's own name that Azurite expects in the arguments.
process.argv.splice(1, 0, 'azurite');
require('azurite/dist/src/azurite.js');
