FROM condaforge/miniforge3:25.3.1-0
RUN conda config --system --set ssl_verify no && mamba install -n base -k -y numpy
#                               ^^^^^^^^^^^^^ dockerfile/conda-ssl-verify-off
#                                                                      ^^ dockerfile/conda-ssl-verify-off
RUN echo "ssl_verify: False" >> ~/.condarc; CONDA_SSL_VERIFY=false conda update -y conda
#         ^^^^^^^^^^^^^^^^^ dockerfile/conda-ssl-verify-off
#                                           ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/conda-ssl-verify-off
