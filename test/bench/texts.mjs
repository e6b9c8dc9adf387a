// Texts to measure on: what files of such a length look like, without chance in them.

/** A Dockerfile of about `lines` lines: stages of a dozen instructions. */
export function dockerfile(lines) {
  const stage = (i) => [
    `FROM node:22.${i % 20}-bookworm-slim AS stage${i}`,
    'ARG VERSION=1.0',
    'ENV NODE_ENV=production PORT=8080',
    `WORKDIR /srv/app${i}`,
    '# what the build needs',
    'RUN apt-get update && \\',
    `    apt-get install -y --no-install-recommends curl ca-certificates libapp${i} && \\`,
    '    rm -rf /var/lib/apt/lists/*',
    'COPY package.json package-lock.json ./',
    `RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --workspace app${i}`,
    'COPY . .',
    'EXPOSE 8080',
    'USER node',
    'CMD ["node", "server.js"]',
    '',
  ];
  return cut(stage, lines);
}

/** A Compose file of about `lines` lines, one document. */
export function compose(lines) {
  const service = (i) => [
    `  service${i}:`,
    `    image: registry.example.com/team/service${i}:1.${i}`,
    '    restart: unless-stopped',
    '    environment:',
    `      DATABASE_URL: postgres://db:5432/service${i}`,
    '      LOG_LEVEL: ${LOG_LEVEL:-info}',
    '    ports:',
    `      - "127.0.0.1:${8000 + i}:8080"`,
    '    volumes:',
    `      - data${i}:/var/lib/data`,
    '    security_opt:',
    '      - no-new-privileges:true',
    '    cap_drop: [ALL]',
    '    read_only: true',
    '    depends_on: [db]',
    '',
  ];
  return `services:\n${cut(service, lines - 1)}`;
}

/** Manifests of about `lines` lines, a Deployment and a Service a document each. */
export function manifests(lines) {
  const pair = (i) => [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: app${i}`,
    '  labels: {app: shop}',
    'spec:',
    '  replicas: 2',
    '  selector:',
    `    matchLabels: {app: app${i}}`,
    '  template:',
    '    metadata:',
    `      labels: {app: app${i}}`,
    '    spec:',
    '      containers:',
    '        - name: app',
    `          image: registry.example.com/app:1.${i}`,
    '          ports:',
    '            - containerPort: 8080',
    '          env:',
    '            - name: LOG_LEVEL',
    '              value: info',
    '          resources:',
    '            limits: {cpu: 500m, memory: 256Mi}',
    '          securityContext:',
    '            runAsNonRoot: true',
    '            allowPrivilegeEscalation: false',
    '---',
    'apiVersion: v1',
    'kind: Service',
    'metadata:',
    `  name: app${i}`,
    'spec:',
    `  selector: {app: app${i}}`,
    '  ports:',
    '    - port: 80',
    '      targetPort: 8080',
    '---',
  ];
  return cut(pair, lines);
}

/** CustomResourceDefinitions of about `characters` characters, as bundles of operators hold them: nearly all of it is schema. */
export function definitions(characters) {
  const field = (n, depth) => {
    const pad = '  '.repeat(depth + 6);
    const own = [
      `${pad}field${n}:`,
      `${pad}  description: |-`,
      `${pad}    Field ${n} says how it is done.`,
      '',
      `${pad}    More: https://example.com/docs/fields#field${n}`,
    ];
    if (depth === 4) return [...own, `${pad}  type: string`, `${pad}  maxLength: 253`];
    const inner = [0, 1, 2].flatMap((m) => field(n * 3 + m, depth + 1).map((line) => (line === '' ? line : `  ${line}`)));
    return [...own, `${pad}  type: object`, `${pad}  required: [field${n * 3}]`, `${pad}  properties:`, ...inner];
  };
  const definition = (i) => [
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    'metadata:',
    `  name: things${i}.example.com`,
    'spec:',
    '  group: example.com',
    `  names: {kind: Thing${i}, plural: things${i}}`,
    '  scope: Namespaced',
    '  versions:',
    '    - name: v1',
    '      schema:',
    '        openAPIV3Schema:',
    '          type: object',
    '          properties:',
    ...[1, 2, 3].flatMap((n) => field(n, 0)),
    '      served: true',
    '      storage: true',
    '---',
    '',
  ];
  const parts = [];
  for (let i = 0, length = 0; length < characters; i++) {
    parts.push(definition(i).join('\n'));
    length += parts.at(-1).length;
  }
  return parts.join('');
}

/** One Deployment of about `lines` lines. */
export function deployment(lines) {
  const head = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: big}\nspec:\n  template:\n    spec:\n      containers:\n';
  const container = (i) => [
    `        - name: app${i}`,
    `          image: registry.example.com/app:1.${i}`,
    '          env:',
    ...[1, 2, 3, 4, 5].flatMap((n) => [`            - name: SETTING_${n}`, `              value: value ${n}`]),
    '          resources:',
    '            limits: {cpu: 500m, memory: 256Mi}',
    '          securityContext:',
    '            runAsNonRoot: true',
    '            allowPrivilegeEscalation: false',
  ];
  return head + cut(container, lines - 7);
}

function cut(part, lines) {
  const all = [];
  for (let i = 0; all.length < lines; i++) all.push(...part(i));
  return `${all.slice(0, lines).join('\n')}\n`;
}

/** What is typed in the middle of each kind of text, character by character, and where: behind the line that begins so. */
export const TYPING = {
  dockerfile: {
    name: 'Dockerfile',
    languageId: 'dockerfile',
    behind: /^COPY \. \.$/m,
    text: '\nRUN curl -fsSL https://example.com/install.sh | sh && rm -rf /tmp/x',
  },
  compose: {
    name: 'compose.yaml',
    languageId: 'dockercompose',
    behind: /^ {4}read_only: true$/m,
    text: '\n    user: "1000:1000"\n    privileged: true\n    labels:\n      - a=b',
  },
  kubernetes: {
    name: 'manifests.yaml',
    languageId: 'yaml',
    behind: /^ {12}runAsNonRoot: true$/m,
    text: '\n            privileged: true\n            runAsUser: 1000 # why\n            x: y',
  },
};

/** A tree of `count` files of every kind: relative path → text. */
export function tree(count) {
  const files = new Map();
  for (let i = 0; i < count; i++) {
    const folder = `group${i % 20}/project${i}`;
    const size = 20 + ((i * 37) % 120);
    if (i % 4 === 0) files.set(`${folder}/Dockerfile`, dockerfile(size));
    else if (i % 4 === 1) files.set(`${folder}/compose.yaml`, compose(size));
    else files.set(`${folder}/k8s/manifests.yaml`, manifests(size + 20));
  }
  return files;
}
