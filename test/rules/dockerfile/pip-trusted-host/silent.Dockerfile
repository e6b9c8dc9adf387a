FROM python:3.13
ENV PIP_TRUSTED_HOST=
RUN pip install x | grep "--trusted-host"; python setup.py --trusted-host a
RUN python -c 'print("pip --trusted-host a")' && pip config get global.trusted-host
RUN --mount=type=cache,target=/root/.cache PIP_TRUSTED_HOST=$HOST pip install x
