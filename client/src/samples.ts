/** The samples of the walkthrough, each with what is unsafe and as it should be. */

export const SAMPLES = ['dockerfile', 'compose', 'kubernetes'] as const;
export type Sample = (typeof SAMPLES)[number];

/** Languages that a new document of the sample may have; the first that VS Code knows is taken. */
export const SAMPLE_LANGUAGES: Readonly<Record<Sample, readonly string[]>> = {
  dockerfile: ['dockerfile'],
  compose: ['dockercompose', 'yaml'],
  kubernetes: ['yaml'],
};

export const UNSAFE: Readonly<Record<Sample, string>> = {
  dockerfile: `# A sample: nothing of it is saved. Put the cursor on a squiggle and press Ctrl+. (Cmd+. on a Mac).
FROM node:24
WORKDIR /app
ADD package.json package-lock.json ./
RUN curl -k https://tools.example.com/setup.sh | sh && npm ci
COPY server.js ./
ENV SESSION_SECRET=Zf93kd02Lq
EXPOSE 22
CMD ["node", "server.js"]
`,
  compose: `# A sample: nothing of it is saved. Put the cursor on a squiggle and press Ctrl+. (Cmd+. on a Mac).
services:
  web:
    image: registry.example.com/shop/web:1.27
    privileged: true
    ports:
      - "5432:5432"
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
    environment:
      POSTGRES_PASSWORD: hunter2-hunter2
`,
  kubernetes: `# A sample: nothing of it is saved. Put the cursor on a squiggle and press Ctrl+. (Cmd+. on a Mac).
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostNetwork: true
      containers:
        - name: web
          image: registry.example.com/shop/web:1.27
          securityContext:
            privileged: true
      volumes:
        - name: host
          hostPath: { path: / }
`,
};

export const FIXED: Readonly<Record<Sample, string>> = {
  dockerfile: `# The sample as it should be: no secret, nothing run unseen, and a user of its own.
FROM node:24
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc,required=true npm ci
COPY server.js ./
EXPOSE 8080
USER 1000:1000
CMD ["node", "server.js"]
`,
  compose: `# The sample as it should be: no way to the host, and a secret that is a file.
services:
  web:
    image: registry.example.com/shop/web:1.27
    user: "10001:10001"
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    ports:
      - "127.0.0.1:5432:5432"
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/password
    secrets: [password]
secrets:
  password:
    file: ./password.txt
`,
  kubernetes: `# The sample as it should be: nothing of the node, no privileges.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: web
          image: registry.example.com/shop/web:1.27
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 128Mi }
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
`,
};
