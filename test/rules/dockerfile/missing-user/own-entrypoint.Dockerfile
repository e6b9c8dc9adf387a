FROM postgres:18
#    ^^^^^^^^^^^ dockerfile/missing-user run as root
ENTRYPOINT ["/start.sh"]
