# trivy:ignore:DS-0002
FROM debian:13
CMD ["a"]
