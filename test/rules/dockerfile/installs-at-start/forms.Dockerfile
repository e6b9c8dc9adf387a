FROM debian:12
ENTRYPOINT ["bash", "-c", "apt-get update && apt-get install -y x && python3 -m pip install y"]
#                                            ^^^^^^^ dockerfile/installs-at-start
#                                                                    ^^^^^^^ dockerfile/installs-at-start
CMD yarn && npm ci && curl -fsSL https://example.com/x | sh
#   ^^^^ dockerfile/installs-at-start
#           ^^^ dockerfile/installs-at-start
#                                                        ^^ dockerfile/installs-at-start
