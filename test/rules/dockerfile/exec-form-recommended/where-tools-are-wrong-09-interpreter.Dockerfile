FROM debian:13
SHELL ["/bin/bash", "-c"]
CMD exec app --port "$PORT"
