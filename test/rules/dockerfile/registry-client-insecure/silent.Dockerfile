FROM quay.io/buildah/stable:v1.40
RUN printf '[app]\ninsecure = true\n' > /etc/app.toml
RUN buildah pull --tls-verify r.example/a && podman pull --tls-verify=true r.example/a && crane pull r.example/a a.tar
COPY <<EOF /etc/docker/daemon.json
{"insecure-registries": []}
EOF
