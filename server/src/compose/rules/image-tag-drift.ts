import { serviceImage } from '../facts/service-image.ts';
import { composeRule } from '../rule.ts';

/** Release numbers that a tag starts with: `17.6-alpine` → `17`, `6`. */
function release(tag: string): readonly string[] | undefined {
  return /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1]?.split('.');
}

/** Whether two tags name different releases; `17` and `17.6` do not have to. */
function differ(a: string, b: string): boolean {
  const [first, second] = [release(a), release(b)];
  return first !== undefined && second !== undefined && first.some((part, i) => second[i] !== undefined && second[i] !== part);
}

export default composeRule({
  id: 'compose/image-tag-drift',
  title: 'One image in several releases',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-1104', url: 'https://cwe.mitre.org/data/definitions/1104.html' },
    { title: 'Compose: image', url: 'https://docs.docker.com/reference/compose-file/services/#image' },
  ],
  messages: {
    drift: 'Service `{service}` runs `{image}`, and service `{other}` runs `{before}`: one of the two is forgotten at updates.',
  },
  visit: {
    service(context, service, file) {
      const image = serviceImage(service);
      if (!image || image.reference.tag === undefined || image.reference.digest !== undefined) return;
      const { canonicalName, tag, text } = image.reference;
      for (const other of file.services) {
        if (other === service) return;
        const before = serviceImage(other);
        if (before?.reference.canonicalName !== canonicalName || before.reference.digest !== undefined) continue;
        if (!differ(before.reference.tag ?? '', tag)) continue;
        context.report({
          at: image.tagAt,
          message: 'drift',
          data: { service: service.name, image: text, other: other.name, before: before.reference.text },
          related: [{ at: before.tagAt, message: `\`${other.name}\` runs another one` }],
        });
        return;
      }
    },
  },
});
