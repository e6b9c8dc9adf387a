FROM alpine:3.22
#    ^^^^^^^^^^^ dockerfile/missing-user
CMD ["sh"]
USER
