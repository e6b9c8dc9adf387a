FROM postgres:18
#    ^^^^^^^^^^^ dockerfile/missing-user `postgres` starts as root and only its own entrypoint becomes `postgres`
COPY init.sql /docker-entrypoint-initdb.d/
