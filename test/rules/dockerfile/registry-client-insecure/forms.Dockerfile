FROM quay.io/buildah/stable:v1.40
RUN buildah pull --tls-verify=false r.example/a && skopeo copy --dest-tls-verify=0 dir:/a docker://r.example/a
#                ^^^^^^^^^^^^^^^^^^ dockerfile/registry-client-insecure
#                                                              ^^^^^^^^^^^^^^^^^^^ dockerfile/registry-client-insecure
RUN crane pull --insecure r.example/a a.tar; cosign verify --insecure-ignore-tlog=true r.example/a
#              ^^^^^^^^^^ dockerfile/registry-client-insecure
#                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/registry-client-insecure
ENTRYPOINT ["/kaniko/executor", "--skip-tls-verify", "--destination=r.example/a"]
#                                ^^^^^^^^^^^^^^^^^ dockerfile/registry-client-insecure
COPY <<EOF /etc/docker/daemon.json
{"insecure-registries": ["r.example:5000"]}
#@1-42 dockerfile/registry-client-insecure
EOF
