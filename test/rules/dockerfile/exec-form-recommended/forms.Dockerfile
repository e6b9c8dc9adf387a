FROM debian:13 AS one
CMD node server.js
#@0-3 dockerfile/exec-form-recommended
ENTRYPOINT [ "a", ]
HEALTHCHECK CMD curl -f http://localhost
ONBUILD CMD $APP
#       ^^^ dockerfile/exec-form-recommended
CMD
CMD []
FROM debian:13 AS two
SHELL ["/bin/bash", "-c"]
CMD a b
FROM two
ENTRYPOINT a b
