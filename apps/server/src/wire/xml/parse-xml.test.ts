import { describe, expect, it } from 'vitest'
import { MalformedXml, parseXml } from './parse-xml.js'
import { escapeText } from './text.js'

describe('parsing XML', () => {
  it('resolves prefixes, references, CDATA and comments', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- c --><a xmlns="n" xmlns:p="m" p:x="&lt;&#x41;" y=\'1\'>1 &amp;<![CDATA[&amp;<b>]]><!-- c -->&#50;<p:b xmlns="k"><c xmlns=""/></p:b></a>',
    )
    expect(root).toMatchObject({ namespace: 'n', name: 'a', text: '1 &&amp;<b>2' })
    expect(Object.fromEntries(root.attributes)).toEqual({ '{m}x': '<A', '{}y': '1' })
    expect(root.children).toMatchObject([
      { namespace: 'm', name: 'b', children: [{ namespace: '', name: 'c' }] },
    ])
  })

  it.each([
    ['nothing', ''],
    ['a text', 'text'],
    ['JSON', '{"Id":"1"}'],
    ['an open element', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['a text after the root', '<a/>x'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without a value', '<a b/>'],
    ['a bare &', '<a>a & b</a>'],
    ['a bare & in an attribute', '<a b="a & b"/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an entity named like a member of every object', '<a>&toString;</a>'],
    ['a reference to NUL', '<a>&#0;</a>'],
    ['a reference to half a surrogate pair', '<a>&#xD800;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['an undeclared prefix', '<p:a/>'],
    ['an undeclared prefix of an attribute', '<a p:b="1"/>'],
    ['an undeclared prefix', '<a xmlns:p=""><p:b/></a>'],
    ['two prefixes', '<a xmlns:p="n"><p:p:b/></a>'],
    ['the name of a prototype', '<a><__proto__/></a>'],
    ['another encoding', '<?xml version="1.0" encoding="utf-16"?><a/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a document type in lower case', '<!doctype a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    [
      'a billion laughs',
      `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 10 }, (_each, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}]><a>&l10;</a>`,
    ],
    ['33 levels', '<a>'.repeat(33) + '</a>'.repeat(33)],
    ['endless nesting', '<a>'.repeat(140_000) + '</a>'.repeat(140_000)],
    ['nesting that is never closed', '<a>'.repeat(340_000)],
    ['a megabyte of references', `<a>${'&#65;'.repeat(200_000)}</a>`],
    ['references spread over elements', `<a>${'<b>&#65;</b>'.repeat(20_001)}</a>`],
    ['a megabyte of angle brackets', '<'.repeat(1_000_000)],
    ['a megabyte of &', `<a>${'&'.repeat(1_000_000)}</a>`],
    [
      'prefixes without end',
      `<a ${Array.from({ length: 101 }, (_each, index) => `xmlns:p${index}="n"`).join(' ')}/>`,
    ],
    ['attributes without end', `<a ${'b '.repeat(500_000)}/>`],
  ])('refuses %s', (_name, document) => {
    expect(() => parseXml(document)).toThrow(MalformedXml)
  })

  it('goes as deep as it says and takes as many references', () => {
    expect(parseXml('<a>'.repeat(32) + '</a>'.repeat(32)).name).toBe('a')
    expect(parseXml(`<a>${'&#65;'.repeat(20_000)}</a>`).text).toBe('A'.repeat(20_000))
  })

  it('takes many declarations, though not many at once', () => {
    const child = '<b xmlns:p="n"/>'
    expect(parseXml(`<a>${child.repeat(1000)}</a>`).children).toHaveLength(1000)
  })

  it('does not repeat what was sent at length', () => {
    const message = (() => {
      try {
        parseXml(`<a></${'b'.repeat(100_000)}>`)
      } catch (error) {
        return String(error)
      }
      return ''
    })()
    expect(message.length).toBeGreaterThan(10)
    expect(message.length).toBeLessThan(400)
  })
})

describe('a text that XML cannot hold', () => {
  it('is written with a replacement character', () => {
    expect(escapeText('a\u0001b\uD800c\r<&>"')).toBe('a\uFFFDb\uFFFDc&#xD;&lt;&amp;&gt;&quot;')
  })
})
