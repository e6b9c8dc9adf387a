import { dockerfileRule, stageInWords } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/copy-root-from-stage',
  title: 'Whole file system copied from another stage',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: { hadolint: [{ id: 'DL3067', relation: 'equal' }] },
  references: [
    { title: 'Docker: Multi-stage builds', url: 'https://docs.docker.com/build/building/multi-stage/' },
    { title: 'Dockerfile reference: COPY --from', url: 'https://docs.docker.com/reference/dockerfile/#copy---from' },
  ],
  messages: {
    root: 'All of {from} is copied over the root directory: with it come the tools and left-overs of that image.',
  },
  visit: {
    instruction: {
      COPY(context, copy) {
        const { from, sources, destination } = copy;
        if (!from || destination.kind !== 'known' || destination.value !== '/') return;
        const [source] = sources;
        if (sources.length !== 1 || source?.value.kind !== 'known' || !/^\/(?:\.\/?|\*)?$/.test(source.value.value)) return;
        const image = from.image.kind === 'known' ? `\`${from.image.value.familiarName}\`` : 'the other image';
        const name = from.stage ? stageInWords(from.stage) : image;
        context.report({ at: source.value.at, message: 'root', data: { from: name } });
      },
    },
  },
});
