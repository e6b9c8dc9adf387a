import { valueOf } from '../../core/value.ts';
import { cleanPath, isWithin } from '../../knowledge/paths.ts';
import { addVolume } from '../edit/volumes.ts';
import { mountedPaths } from '../facts/mounted-paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/stateful-image-without-volume',
  title: 'Data kept in the container only',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [{ title: 'Docker: volumes', url: 'https://docs.docker.com/engine/storage/volumes/' }],
  messages: {
    missing: 'Service `{service}` keeps the data in `{path}` without a volume: they are lost with the container.',
  },
  visit: {
    service(context, service, file) {
      const path = service.imageFacts?.dataPaths[0];
      const { volumes, volumesFrom } = service;
      if (path === undefined || service.open || volumes.open || volumesFrom.present) return;
      // Data may have been moved to any volume that is there.
      const hasVolume = volumes.items.some(({ type }) => valueOf(type) !== 'bind');
      const covered = mountedPaths(service).some(
        (target) => isWithin(cleanPath(path), target) || isWithin(target, cleanPath(path)),
      );
      if (hasVolume || covered) return;
      context.report({
        at: service.nameAt,
        message: 'missing',
        data: { service: service.name, path },
        fixes: () => [addVolume(file, service, path)],
      });
    },
  },
});
