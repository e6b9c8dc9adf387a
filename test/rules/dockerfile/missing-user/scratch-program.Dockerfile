FROM scratch
#    ^^^^^^^ dockerfile/missing-user
COPY app /app
ENTRYPOINT ["/app"]
