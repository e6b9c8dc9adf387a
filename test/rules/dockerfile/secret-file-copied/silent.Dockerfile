FROM alpine:3.24
COPY .env.example .env.sample .gitignore .gitconfig /app/
COPY known_hosts /root/.ssh/known_hosts
COPY keys/repo-signing.key release.key.asc /tmp/
COPY vendor.key /usr/share/keyrings/vendor.key
COPY ca-bundle.pem cacert.pem cert.pem /etc/ssl/certs/
COPY .yarnrc.yml yarn.lock ./
COPY $SECRET_FILE environment.ts keys.js /app/
COPY <<EOF /app/.env
PORT=80
EOF
ADD https://example.com/x.key /tmp/
