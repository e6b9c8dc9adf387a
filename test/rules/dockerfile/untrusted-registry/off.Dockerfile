FROM registry.example.com:5000/x:1
COPY --from=quay.io/a/b:1 /x /x
