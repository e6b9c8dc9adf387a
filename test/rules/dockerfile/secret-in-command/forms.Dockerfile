FROM debian:13 AS build
RUN sshpass -p "hunter2-gX9" scp a b:
#               ^^^^^^^^^^^ dockerfile/secret-in-command
FROM debian:13
RUN curl -fsS -u 'ci:hunter2-gX9' https://example.com && wget --password=hunter2-gX9 --user x https://example.com
#                    ^^^^^^^^^^^ dockerfile/secret-in-command
#                                                                        ^^^^^^^^^^^ dockerfile/secret-in-command
RUN sudo mysql -phunter2-gX9 < a.sql || PGPASSWORD=hunter2-gX9 psql
#                ^^^^^^^^^^^ dockerfile/secret-in-command
#                                                  ^^^^^^^^^^^ dockerfile/secret-in-command
RUN <<EOF
redis-cli -a hunter2-gX9 set a b
#            ^^^^^^^^^^^ dockerfile/secret-in-command
EOF
HEALTHCHECK CMD redis-cli -a hunter2-gX9 ping
#                            ^^^^^^^^^^^ dockerfile/secret-in-command
ENTRYPOINT ["app", "--token", "abcdef0123456"]
#                              ^^^^^^^^^^^^^ dockerfile/secret-in-command
