export { createFakeExample, type FakeExample, type FakeExampleOptions } from './create-fake-example.js'
export { type FakeAccount, type FakeBooks, type FakeTaxRate } from './books.js'
