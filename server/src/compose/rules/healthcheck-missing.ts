import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { healthTest } from '../../knowledge/health-tests.ts';
import { setServicePath } from '../edit/paths.ts';
import { removeServiceKey } from '../edit.ts';
import { serviceImage } from '../facts/service-image.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** Kept with the file: each service asks who waits for it. */
const awaitedIn = new WeakMap<ComposeFile, ReadonlySet<string>>();

/** The services for whose end others wait. */
function awaitedServices(file: ComposeFile): ReadonlySet<string> {
  const waits = () => file.services.flatMap(({ dependsOn }) => dependsOn);
  const awaited =
    awaitedIn.get(file) ??
    new Set(waits().flatMap((d) => (valueOf(d.condition) === 'service_completed_successfully' ? [d.service] : [])));
  awaitedIn.set(file, awaited);
  return awaited;
}

/** Whether a service is meant to end: its state then is its exit code. */
function isJob(service: EffectiveService, file: ComposeFile): boolean {
  return (
    awaitedServices(file).has(service.name) ||
    valueOf(service.restart) === 'no' ||
    valueOf(service.deploy.restartCondition) === 'none' ||
    service.profiles.present
  );
}

function add(service: EffectiveService): FixOffer {
  const title = 'Add a healthcheck';
  const image = serviceImage(service)?.reference;
  const tag = image?.tag ?? (image?.digest === undefined ? 'latest' : undefined);
  const test = service.imageFacts && healthTest(service.imageFacts.image, tag);
  if (!test) return { title, refused: 'how to ask this program whether it works is not known' };
  return setServicePath(
    service,
    ['healthcheck'],
    { test, interval: '30s', timeout: '5s', retries: 3 },
    {
      title,
      safety: 'hardening',
      caution: 'In a swarm, and where others wait for it, a service that fails the test counts as down.',
    },
  );
}

export default composeRule({
  id: 'compose/healthcheck-missing',
  title: 'No health check',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Healthcheck Not Set',
        aliases: ['698ed579-b239-4f8f-a388-baa4bcb13ef8', 'healthcheck_not_set'],
        relation: 'narrower',
        note: 'silent for services that are built from a Dockerfile that has one or is not known, and for jobs that end',
      },
    ],
  },
  references: [
    { title: 'CIS Docker 4.6, 5.27', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: healthcheck', url: 'https://docs.docker.com/reference/compose-file/services/#healthcheck' },
  ],
  messages: {
    missing: 'Service `{service}` has no healthcheck: when it hangs, nobody learns of it.',
    disabled: 'Service `{service}` switches the healthcheck of its image off.',
  },
  visit: {
    service(context, service, file) {
      const { healthcheck } = service;
      // As a text, `NONE` is a command for the shell.
      const [word] = healthcheck.test?.syntax === 'list' ? healthcheck.test.words : [];
      const none = word && valueOf(word) === 'NONE' ? word : undefined;
      const off = valueOf(healthcheck.disable) === true ? healthcheck.disable : none;
      if (off && service.builtImage?.healthcheck !== 'none') {
        context.report({
          at: off.at,
          message: 'disabled',
          data: { service: service.name },
          severity: 'low',
          fixes: () => [
            removeServiceKey(service, 'healthcheck', {
              title: "Use the image's own healthcheck",
              safety: 'hardening',
              caution: 'In a swarm, and where others wait for it, a service that fails the test counts as down.',
            }),
          ],
        });
        return;
      }
      if (healthcheck.present || service.open || isJob(service, file)) return;
      if (service.build && service.builtImage?.healthcheck !== 'none') return;
      context.report({ at: service.nameAt, message: 'missing', data: { service: service.name }, fixes: () => [add(service)] });
    },
  },
});
